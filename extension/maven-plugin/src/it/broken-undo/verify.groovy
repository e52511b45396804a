def log = new File(basedir, "build.log").text
assert log.count("FAIL V2__email: the undo does not bring the schema back") == 1
assert log.contains("[ERROR]     ALTER TABLE public.person DROP COLUMN email;")
assert log.contains("There are migrations that do not hold: see the findings above, and ")
assert new File(basedir, "target/switchback/report.html").text.contains("the undo does not bring the schema back")

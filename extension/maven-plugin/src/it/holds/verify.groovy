def log = new File(basedir, "build.log").text
assert log.contains("[INFO]   V1 person")
assert log.contains("[INFO] 1 migration: 1 ok, 0 failed, 0 skipped")
assert new File(basedir, "target/switchback/report.html").text.contains("V1__person")
assert new File(basedir, "target/switchback/report.json").isFile()
assert log.contains("switchback:check\n")
assert log.contains("User property: switchback.round-trip.missing-undo")

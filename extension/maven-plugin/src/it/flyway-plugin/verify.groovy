def log = new File(basedir, "build.log").text
assert log.count("2 migrations: 2 ok, 0 failed, 0 skipped") == 2
assert log.count("The schema is the one in ") == 4
assert log.contains("Not taken over from the configuration of flyway-maven-plugin: flyway.password, flyway.url, flyway.user.")
assert log.contains("There are no migrations here.")
assert !log.contains("sesame")

def shop = new File(basedir, "shop/src/test/resources/schema.golden.sql").text
assert shop.contains("CREATE TABLE shop.my_person")
assert shop.contains("DEFAULT 'gold'::text")
assert new File(basedir, "billing/src/test/resources/schema.golden.sql").text.contains("CREATE TABLE audit.entry")
assert new File(basedir, "shop/target/switchback/report.html").isFile()
assert !new File(basedir, "target").exists()

-- Books as version 1 of the file wrote them (schema.cpp, first_version), with eight entries.
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE account(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year TEXT NOT NULL, agency TEXT NOT NULL, fund TEXT NOT NULL, level TEXT NOT NULL, vintage TEXT NOT NULL,
  function TEXT NOT NULL, dep_economic TEXT NOT NULL, gov_economic TEXT NOT NULL, nature TEXT NOT NULL,
  project TEXT NOT NULL,
  UNIQUE(kind, year, agency, fund, level, vintage, function, dep_economic, gov_economic, nature, project)
) STRICT;
INSERT INTO "account" VALUES(1,'budget','2025','101001','general','own','current','2101501','','','basic','');
INSERT INTO "account" VALUES(2,'payment','2025','101001','general','own','current','2101501','30201','','basic','');
CREATE TABLE entry(
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL CHECK(length(at) = 20),
  who TEXT NOT NULL CHECK(who <> ''),
  reverses INTEGER REFERENCES entry(number) CHECK(reverses < number),
  note TEXT NOT NULL,
  allowed TEXT NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
INSERT INTO "entry" VALUES(1,'unit','2026-11-25T05:18:02Z','张会计',NULL,'','',X'BD3ED2B1890FDC03D524B4325F8A7AEB8268A25CF1485108E93BCAF8B5F38DD7');
INSERT INTO "entry" VALUES(2,'budget','2026-11-25T05:18:02Z','张会计',NULL,'','',X'6349BDDD92AB66B1185A564FCD41C9252B4B9EAAD84AD4E5D57C65AFA075C2EA');
INSERT INTO "entry" VALUES(3,'payment','2026-11-25T05:18:02Z','李会计',NULL,'','',X'6B6429F30DA66226A056BEDBD93308EFCF540C64840062E9D4D07C7CABBE0560');
INSERT INTO "entry" VALUES(4,'payment','2026-11-25T05:18:02Z','李会计',NULL,'','',X'BD01E4DDDD3A68AC19B0C8E503C07F38274846D6520455EC76557BC4CA2E46BD');
INSERT INTO "entry" VALUES(5,'payment','2026-11-25T05:18:02Z','李会计',NULL,'','',X'925014ADB43649DF37F51819741A0DF35E8F4F82DB8E6CAADA264300C2C948F5');
INSERT INTO "entry" VALUES(6,'staff','2026-11-25T05:18:02Z','张会计',NULL,'','',X'7397B15FE99BF42DD6607FD28A526FC4D0E9BE281DFFBC74A84F5322310BE732');
INSERT INTO "entry" VALUES(7,'text','2026-11-25T05:18:02Z','张会计',NULL,'','',X'6F534A2CC998215AD2836ED6555C8A1ADCB43D953DC31B61666EEEA7BC20E5E5');
INSERT INTO "entry" VALUES(8,'payment','2026-11-25T05:18:02Z','李会计',4,'重复录入','',X'E33F5510C5D27DEB09D85211F0D082AAC24A32B5A22FF5C792361A926BFCB3D7');
CREATE TABLE import(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  file TEXT NOT NULL, digest TEXT NOT NULL, row_count TEXT NOT NULL
) STRICT;
CREATE TABLE money(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  account INTEGER NOT NULL REFERENCES account(id),
  amount INTEGER NOT NULL,
  document TEXT NOT NULL, date TEXT NOT NULL, voucher TEXT NOT NULL, payee TEXT NOT NULL, purpose TEXT NOT NULL
) STRICT;
INSERT INTO "money" VALUES(2,1,100000,'云财预〔2025〕1号','','','','');
INSERT INTO "money" VALUES(3,2,10000,'','2025-03-01','记-1','','');
INSERT INTO "money" VALUES(4,2,10000,'','2025-03-02','记-2','','');
INSERT INTO "money" VALUES(5,2,10000,'','2025-03-03','记-3','','');
INSERT INTO "money" VALUES(8,2,-10000,'','2025-03-02','记-2','','');
CREATE TABLE project(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  project_code TEXT NOT NULL, project TEXT NOT NULL, year TEXT NOT NULL, basis TEXT NOT NULL,
  allocation TEXT NOT NULL, carrier TEXT NOT NULL, period TEXT NOT NULL
) STRICT;
CREATE TABLE published(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, stage TEXT NOT NULL, cell TEXT NOT NULL, value TEXT NOT NULL, power TEXT NOT NULL,
  scale TEXT NOT NULL, unit TEXT NOT NULL, document TEXT NOT NULL, line TEXT NOT NULL, table_id TEXT NOT NULL,
  row TEXT NOT NULL, col TEXT NOT NULL, quote TEXT NOT NULL
) STRICT;
CREATE TABLE quantity(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  amount INTEGER NOT NULL,
  year TEXT NOT NULL, stage TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, size TEXT NOT NULL,
  name TEXT NOT NULL, date TEXT NOT NULL, document TEXT NOT NULL
) STRICT;
INSERT INTO "quantity" VALUES(6,1600,'2025','','persons','in-service','','','','');
CREATE TABLE unit(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  code TEXT NOT NULL, name TEXT NOT NULL
) STRICT;
INSERT INTO "unit" VALUES(1,'101001','云岭县医疗保障局');
CREATE TABLE words(
  entry INTEGER PRIMARY KEY REFERENCES entry(number),
  year TEXT NOT NULL, role TEXT NOT NULL, cell TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
INSERT INTO "words" VALUES(7,'2025','reason','flow=income','标准提高');
CREATE UNIQUE INDEX entry_reverses ON entry(reverses) WHERE reverses IS NOT NULL;
CREATE TRIGGER entry_next BEFORE INSERT ON entry
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'append-only: entries are numbered without gaps'); END;
CREATE TRIGGER entry_UPDATE BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
CREATE TRIGGER entry_DELETE BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
CREATE TRIGGER account_UPDATE BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'append-only: account'); END;
CREATE TRIGGER account_DELETE BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'append-only: account'); END;
CREATE TRIGGER money_UPDATE BEFORE UPDATE ON money BEGIN SELECT RAISE(ABORT, 'append-only: money'); END;
CREATE TRIGGER money_DELETE BEFORE DELETE ON money BEGIN SELECT RAISE(ABORT, 'append-only: money'); END;
CREATE TRIGGER money_insert BEFORE INSERT ON money WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: money of an earlier entry'); END;
CREATE TRIGGER quantity_UPDATE BEFORE UPDATE ON quantity BEGIN SELECT RAISE(ABORT, 'append-only: quantity'); END;
CREATE TRIGGER quantity_DELETE BEFORE DELETE ON quantity BEGIN SELECT RAISE(ABORT, 'append-only: quantity'); END;
CREATE TRIGGER quantity_insert BEFORE INSERT ON quantity WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: quantity of an earlier entry'); END;
CREATE TRIGGER words_UPDATE BEFORE UPDATE ON words BEGIN SELECT RAISE(ABORT, 'append-only: words'); END;
CREATE TRIGGER words_DELETE BEFORE DELETE ON words BEGIN SELECT RAISE(ABORT, 'append-only: words'); END;
CREATE TRIGGER words_insert BEFORE INSERT ON words WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: words of an earlier entry'); END;
CREATE TRIGGER published_UPDATE BEFORE UPDATE ON published BEGIN SELECT RAISE(ABORT, 'append-only: published'); END;
CREATE TRIGGER published_DELETE BEFORE DELETE ON published BEGIN SELECT RAISE(ABORT, 'append-only: published'); END;
CREATE TRIGGER published_insert BEFORE INSERT ON published WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: published of an earlier entry'); END;
CREATE TRIGGER project_UPDATE BEFORE UPDATE ON project BEGIN SELECT RAISE(ABORT, 'append-only: project'); END;
CREATE TRIGGER project_DELETE BEFORE DELETE ON project BEGIN SELECT RAISE(ABORT, 'append-only: project'); END;
CREATE TRIGGER project_insert BEFORE INSERT ON project WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: project of an earlier entry'); END;
CREATE TRIGGER unit_UPDATE BEFORE UPDATE ON unit BEGIN SELECT RAISE(ABORT, 'append-only: unit'); END;
CREATE TRIGGER unit_DELETE BEFORE DELETE ON unit BEGIN SELECT RAISE(ABORT, 'append-only: unit'); END;
CREATE TRIGGER unit_insert BEFORE INSERT ON unit WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: unit of an earlier entry'); END;
CREATE TRIGGER import_UPDATE BEFORE UPDATE ON import BEGIN SELECT RAISE(ABORT, 'append-only: import'); END;
CREATE TRIGGER import_DELETE BEFORE DELETE ON import BEGIN SELECT RAISE(ABORT, 'append-only: import'); END;
CREATE TRIGGER import_insert BEFORE INSERT ON import WHEN NEW.entry IS NOT (SELECT max(number) FROM entry) BEGIN SELECT RAISE(ABORT, 'append-only: import of an earlier entry'); END;
COMMIT;
PRAGMA application_id = 1297766978;
PRAGMA user_version = 1;

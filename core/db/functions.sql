-- Installed in every database of ours, and again after every change of FUNCTIONS_VERSION in install.py.
-- No function depends on the server's locale or on an extension: PostgreSQL 15 and 18 give the same answers.
-- Bodies name everything with its schema, because indexes and generated columns are restored with an empty search path.

CREATE SCHEMA IF NOT EXISTS sen;

-- One row: which kernel prepared this database.
CREATE TABLE IF NOT EXISTS sen.database (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    functions_version integer NOT NULL,
    created_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'UTC'),
    uuid uuid NOT NULL DEFAULT gen_random_uuid()
);

-- Marks of Cursor.lock_hot; see docs/adr/0002-hot-locks.md. Updated in place (HOT), never grows beyond the keys in use.
CREATE TABLE IF NOT EXISTS sen.hot_lock (
    key bigint PRIMARY KEY,
    uses bigint NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- A generation is the sum of its rows: bumping inserts, so that transactions bumping the same name never wait for
-- each other, and a bump becomes visible exactly when its transaction commits.
CREATE TABLE IF NOT EXISTS sen.signal (
    name text NOT NULL,
    generation bigint NOT NULL
);

-- "Nguyễn  Văn Đức" → "nguyen van duc": what people type into a search box. Equal to core.base.text.search_key.
-- plpgsql, because its short ways out make it three times as fast as one SQL expression (4 µs a Vietnamese name).
CREATE OR REPLACE FUNCTION public.sen_search_key(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $function$
DECLARE
    key text := value;
BEGIN
    IF octet_length(key) <> length(key) THEN
        key := regexp_replace(normalize(translate(key, 'đĐ', 'dD'), NFD), '@COMBINING@', '', 'g');
    END IF;
    IF octet_length(key) = length(key) THEN
        key := lower(key COLLATE "C");
    ELSE
        key := public.sen_fold(key);
    END IF;
    IF key ~ '^ | $|@BLANKS@{2}|[^ -\x7e]' THEN
        key := btrim(regexp_replace(key, '@BLANKS@+', ' ', 'g'));
    END IF;
    RETURN key;
END
$function$;

-- The order of Vietnamese: ă â đ ê ô ơ ư are letters of their own; tones (ngang, huyền, hỏi, ngã, sắc, nặng) decide
-- between texts whose letters are equal. Use it with COLLATE "C". Letters become the 33 codes
-- from U+0080, between the signs of ASCII and the letters of other scripts; a blank ends a word and sorts first.
CREATE OR REPLACE FUNCTION public.sen_sort_key(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN
    translate(
        normalize(regexp_replace(
            normalize(btrim(regexp_replace(value, '@BLANKS@+', ' ', 'g')), NFD),
            U&'[\0300\0301\0303\0309\0323]', '', 'g'), NFC),
        '@LETTERS@', '@CODES@')
    || U&'\0001'
    || translate(
        regexp_replace(
            regexp_replace(
                normalize(btrim(regexp_replace(value, '@BLANKS@+', ' ', 'g')), NFD),
                U&'[\0306\0302\031B]', '', 'g'),
            U&'[^\0300\0301\0303\0309\0323]', '0', 'g'),
        U&'\0300\0309\0303\0301\0323', '12345');

-- People sort by given name (the last word), then family name, then middle names.
CREATE OR REPLACE FUNCTION public.sen_person_sort_key(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN public.sen_sort_key(regexp_replace(
    btrim(regexp_replace(value, '@BLANKS@+', ' ', 'g')), '^(.*) ([^ ]+)$', '\2 \1'));

-- All runs of three characters of a search key, each once, for a GIN index:
--     CREATE INDEX … USING gin (sen_trigrams(sen_search_key(name)));
--     WHERE sen_trigrams(sen_search_key(name)) @> sen_trigrams('duong') AND sen_search_key(name) LIKE '%duong%'
-- A text of less than three characters has none: such a search reads the table.
CREATE OR REPLACE FUNCTION public.sen_trigrams(value text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT substr(value, place, 3) FROM generate_series(1, length(value) - 2) AS place);

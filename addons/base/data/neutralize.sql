-- A copy of a database must not act in its place: no mail leaves, no scheduled action runs, and everybody can see it.
UPDATE ir_mail_server SET active = false;
UPDATE ir_cron SET active = false;
INSERT INTO ir_config_parameter (key, value) SELECT 'database.is_neutralized', 'True'
 WHERE NOT EXISTS (SELECT FROM ir_config_parameter WHERE key = 'database.is_neutralized');

CREATE SEQUENCE "base_import_history_id_seq" INCREMENT 1;
SELECT setval('base_import_history_id_seq', 1, false);
CREATE SEQUENCE "base_import_import_id_seq" INCREMENT 1;
SELECT setval('base_import_import_id_seq', 1, false);
CREATE SEQUENCE "base_import_mapping_id_seq" INCREMENT 1;
SELECT setval('base_import_mapping_id_seq', 1, false);
CREATE SEQUENCE "base_language_install_id_seq" INCREMENT 1;
SELECT setval('base_language_install_id_seq', 1, false);
CREATE SEQUENCE "base_module_uninstall_id_seq" INCREMENT 1;
SELECT setval('base_module_uninstall_id_seq', 1, false);
CREATE SEQUENCE "change_password_own_id_seq" INCREMENT 1;
SELECT setval('change_password_own_id_seq', 1, false);
CREATE SEQUENCE "change_password_user_id_seq" INCREMENT 1;
SELECT setval('change_password_user_id_seq', 1, false);
CREATE SEQUENCE "change_password_wizard_id_seq" INCREMENT 1;
SELECT setval('change_password_wizard_id_seq', 1, false);
CREATE SEQUENCE "decimal_precision_id_seq" INCREMENT 1;
SELECT setval('decimal_precision_id_seq', 1, false);
CREATE SEQUENCE "ir_act_client_id_seq" INCREMENT 1;
SELECT setval('ir_act_client_id_seq', 1, false);
CREATE SEQUENCE "ir_act_report_xml_id_seq" INCREMENT 1;
SELECT setval('ir_act_report_xml_id_seq', 1, false);
CREATE SEQUENCE "ir_act_server_id_seq" INCREMENT 1;
SELECT setval('ir_act_server_id_seq', 1, false);
CREATE SEQUENCE "ir_act_url_id_seq" INCREMENT 1;
SELECT setval('ir_act_url_id_seq', 1, false);
CREATE SEQUENCE "ir_act_window_close_id_seq" INCREMENT 1;
SELECT setval('ir_act_window_close_id_seq', 1, false);
CREATE SEQUENCE "ir_act_window_id_seq" INCREMENT 1;
SELECT setval('ir_act_window_id_seq', 1, false);
CREATE SEQUENCE "ir_act_window_view_id_seq" INCREMENT 1;
SELECT setval('ir_act_window_view_id_seq', 3, true);
CREATE SEQUENCE "ir_actions_id_seq" INCREMENT 1;
SELECT setval('ir_actions_id_seq', 50, true);
CREATE SEQUENCE "ir_actions_todo_id_seq" INCREMENT 1;
SELECT setval('ir_actions_todo_id_seq', 1, false);
CREATE SEQUENCE "ir_asset_id_seq" INCREMENT 1;
SELECT setval('ir_asset_id_seq', 1, false);
CREATE SEQUENCE "ir_attachment_id_seq" INCREMENT 1;
SELECT setval('ir_attachment_id_seq', 2, true);
CREATE SEQUENCE "ir_config_parameter_id_seq" INCREMENT 1;
SELECT setval('ir_config_parameter_id_seq', 5, true);
CREATE SEQUENCE "ir_cron_id_seq" INCREMENT 1;
SELECT setval('ir_cron_id_seq', 1, true);
CREATE SEQUENCE "ir_cron_progress_id_seq" INCREMENT 1;
SELECT setval('ir_cron_progress_id_seq', 1, false);
CREATE SEQUENCE "ir_cron_trigger_id_seq" INCREMENT 1;
SELECT setval('ir_cron_trigger_id_seq', 1, false);
CREATE SEQUENCE "ir_default_id_seq" INCREMENT 1;
SELECT setval('ir_default_id_seq', 1, true);
CREATE SEQUENCE "ir_exports_id_seq" INCREMENT 1;
SELECT setval('ir_exports_id_seq', 1, false);
CREATE SEQUENCE "ir_exports_line_id_seq" INCREMENT 1;
SELECT setval('ir_exports_line_id_seq', 1, false);
CREATE SEQUENCE "ir_filters_id_seq" INCREMENT 1;
SELECT setval('ir_filters_id_seq', 1, false);
CREATE SEQUENCE "ir_logging_id_seq" INCREMENT 1;
SELECT setval('ir_logging_id_seq', 1, false);
CREATE SEQUENCE "ir_mail_server_id_seq" INCREMENT 1;
SELECT setval('ir_mail_server_id_seq', 1, false);
CREATE SEQUENCE "ir_model_access_id_seq" INCREMENT 1;
SELECT setval('ir_model_access_id_seq', 167, true);
CREATE SEQUENCE "ir_model_constraint_id_seq" INCREMENT 1;
SELECT setval('ir_model_constraint_id_seq', 35, true);
CREATE SEQUENCE "ir_model_data_id_seq" INCREMENT 1;
SELECT setval('ir_model_data_id_seq', 2700, true);
CREATE SEQUENCE "ir_model_fields_id_seq" INCREMENT 1;
SELECT setval('ir_model_fields_id_seq', 1335, true);
CREATE SEQUENCE "ir_model_fields_selection_id_seq" INCREMENT 1;
SELECT setval('ir_model_fields_selection_id_seq', 178, true);
CREATE SEQUENCE "ir_model_id_seq" INCREMENT 1;
SELECT setval('ir_model_id_seq', 109, true);
CREATE SEQUENCE "ir_model_relation_id_seq" INCREMENT 1;
SELECT setval('ir_model_relation_id_seq', 15, true);
CREATE SEQUENCE "ir_module_category_id_seq" INCREMENT 1;
SELECT setval('ir_module_category_id_seq', 34, true);
CREATE SEQUENCE "ir_module_module_dependency_id_seq" INCREMENT 1;
SELECT setval('ir_module_module_dependency_id_seq', 54, true);
CREATE SEQUENCE "ir_module_module_exclusion_id_seq" INCREMENT 1;
SELECT setval('ir_module_module_exclusion_id_seq', 1, false);
CREATE SEQUENCE "ir_module_module_id_seq" INCREMENT 1;
SELECT setval('ir_module_module_id_seq', 28, true);
CREATE SEQUENCE "ir_rule_id_seq" INCREMENT 1;
SELECT setval('ir_rule_id_seq', 23, true);
CREATE SEQUENCE "ir_sequence_001" INCREMENT 1;
SELECT setval('ir_sequence_001', 1, true);
CREATE SEQUENCE "ir_sequence_date_range_id_seq" INCREMENT 1;
SELECT setval('ir_sequence_date_range_id_seq', 1, false);
CREATE SEQUENCE "ir_sequence_id_seq" INCREMENT 1;
SELECT setval('ir_sequence_id_seq', 1, true);
CREATE SEQUENCE "ir_ui_menu_id_seq" INCREMENT 1;
SELECT setval('ir_ui_menu_id_seq', 58, true);
CREATE SEQUENCE "ir_ui_view_custom_id_seq" INCREMENT 1;
SELECT setval('ir_ui_view_custom_id_seq', 1, false);
CREATE SEQUENCE "ir_ui_view_id_seq" INCREMENT 1;
SELECT setval('ir_ui_view_id_seq', 135, true);
CREATE SEQUENCE "report_layout_id_seq" INCREMENT 1;
SELECT setval('report_layout_id_seq', 1, false);
CREATE SEQUENCE "report_paperformat_id_seq" INCREMENT 1;
SELECT setval('report_paperformat_id_seq', 2, true);
CREATE SEQUENCE "res_bank_id_seq" INCREMENT 1;
SELECT setval('res_bank_id_seq', 1, false);
CREATE SEQUENCE "res_company_id_seq" INCREMENT 1;
SELECT setval('res_company_id_seq', 1, true);
CREATE SEQUENCE "res_config_id_seq" INCREMENT 1;
SELECT setval('res_config_id_seq', 1, false);
CREATE SEQUENCE "res_config_installer_id_seq" INCREMENT 1;
SELECT setval('res_config_installer_id_seq', 1, false);
CREATE SEQUENCE "res_config_settings_id_seq" INCREMENT 1;
SELECT setval('res_config_settings_id_seq', 1, false);
CREATE SEQUENCE "res_country_group_id_seq" INCREMENT 1;
SELECT setval('res_country_group_id_seq', 4, true);
CREATE SEQUENCE "res_country_id_seq" INCREMENT 1;
SELECT setval('res_country_id_seq', 250, true);
CREATE SEQUENCE "res_country_state_id_seq" INCREMENT 1;
SELECT setval('res_country_state_id_seq', 51, true);
CREATE SEQUENCE "res_currency_id_seq" INCREMENT 1;
SELECT setval('res_currency_id_seq', 152, true);
CREATE SEQUENCE "res_currency_rate_id_seq" INCREMENT 1;
SELECT setval('res_currency_rate_id_seq', 1, false);
CREATE SEQUENCE "res_groups_id_seq" INCREMENT 1;
SELECT setval('res_groups_id_seq', 12, true);
CREATE SEQUENCE "res_lang_id_seq" INCREMENT 1;
SELECT setval('res_lang_id_seq', 63, true);
CREATE SEQUENCE "res_partner_bank_id_seq" INCREMENT 1;
SELECT setval('res_partner_bank_id_seq', 1, false);
CREATE SEQUENCE "res_partner_category_id_seq" INCREMENT 1;
SELECT setval('res_partner_category_id_seq', 1, false);
CREATE SEQUENCE "res_partner_id_seq" INCREMENT 1;
SELECT setval('res_partner_id_seq', 8, true);
CREATE SEQUENCE "res_partner_industry_id_seq" INCREMENT 1;
SELECT setval('res_partner_industry_id_seq', 21, true);
CREATE SEQUENCE "res_partner_title_id_seq" INCREMENT 1;
SELECT setval('res_partner_title_id_seq', 5, true);
CREATE SEQUENCE "res_users_apikeys_description_id_seq" INCREMENT 1;
SELECT setval('res_users_apikeys_description_id_seq', 1, false);
CREATE SEQUENCE "res_users_apikeys_id_seq" INCREMENT 1;
SELECT setval('res_users_apikeys_id_seq', 1, false);
CREATE SEQUENCE "res_users_id_seq" INCREMENT 1;
SELECT setval('res_users_id_seq', 6, true);
CREATE SEQUENCE "res_users_log_id_seq" INCREMENT 1;
SELECT setval('res_users_log_id_seq', 1, false);
CREATE SEQUENCE "res_users_settings_id_seq" INCREMENT 1;
SELECT setval('res_users_settings_id_seq', 1, false);
CREATE SEQUENCE "shop_item_id_seq" INCREMENT 1;
SELECT setval('shop_item_id_seq', 5, true);
CREATE SEQUENCE "web_list_preference_id_seq" INCREMENT 1;
SELECT setval('web_list_preference_id_seq', 1, false);
CREATE SEQUENCE "web_login_attempt_id_seq" INCREMENT 1;
SELECT setval('web_login_attempt_id_seq', 1, false);
CREATE SEQUENCE "web_session_id_seq" INCREMENT 1;
SELECT setval('web_session_id_seq', 1, false);
CREATE SEQUENCE "workflow_history_id_seq" INCREMENT 1;
SELECT setval('workflow_history_id_seq', 1, false);
CREATE SEQUENCE "workflow_step_mode_id_seq" INCREMENT 1;
SELECT setval('workflow_step_mode_id_seq', 1, false);
CREATE TABLE "base_import_history" ("id" integer NOT NULL DEFAULT nextval('base_import_history_id_seq'::regclass), "name" text NOT NULL, "res_model" text NOT NULL, "imported_at" timestamp without time zone, "created_count" integer, "updated_count" integer, "state" text NOT NULL, "changes" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "base_import_import" ("id" integer NOT NULL DEFAULT nextval('base_import_import_id_seq'::regclass), "res_model" text, "file" bytea, "file_name" text, "file_type" text, "options" text, "back" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "base_import_mapping" ("id" integer NOT NULL DEFAULT nextval('base_import_mapping_id_seq'::regclass), "res_model" text NOT NULL, "column_name" text NOT NULL, "field_name" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "base_language_install" ("id" integer NOT NULL DEFAULT nextval('base_language_install_id_seq'::regclass), "overwrite" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "base_module_uninstall" ("id" integer NOT NULL DEFAULT nextval('base_module_uninstall_id_seq'::regclass), "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "base_module_uninstall_ir_module_module_rel" ("base_module_uninstall_id" integer NOT NULL, "ir_module_module_id" integer NOT NULL);
CREATE TABLE "change_password_own" ("id" integer NOT NULL DEFAULT nextval('change_password_own_id_seq'::regclass), "old_password" text, "new_password" text, "confirm_password" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "change_password_user" ("id" integer NOT NULL DEFAULT nextval('change_password_user_id_seq'::regclass), "wizard_id" integer NOT NULL, "user_id" integer NOT NULL, "user_login" text, "new_passwd" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "change_password_wizard" ("id" integer NOT NULL DEFAULT nextval('change_password_wizard_id_seq'::regclass), "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "decimal_precision" ("id" integer NOT NULL DEFAULT nextval('decimal_precision_id_seq'::regclass), "name" text NOT NULL, "digits" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_client" ("id" integer NOT NULL DEFAULT nextval('ir_act_client_id_seq'::regclass), "name" jsonb NOT NULL, "type" text NOT NULL, "path" text, "help" jsonb, "binding_model_id" integer, "binding_type" text NOT NULL, "binding_view_types" text, "tag" text NOT NULL, "target" text, "res_model" text, "context" text NOT NULL, "params" jsonb, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_report_xml" ("id" integer NOT NULL DEFAULT nextval('ir_act_report_xml_id_seq'::regclass), "name" jsonb NOT NULL, "type" text NOT NULL, "path" text, "help" jsonb, "binding_model_id" integer, "binding_type" text NOT NULL, "binding_view_types" text, "model" text NOT NULL, "report_type" text NOT NULL, "report_name" text NOT NULL, "report_file" text, "multi" boolean, "paperformat_id" integer, "print_report_name" jsonb, "attachment_use" boolean, "attachment" text, "domain" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_server" ("id" integer NOT NULL DEFAULT nextval('ir_act_server_id_seq'::regclass), "name" jsonb NOT NULL, "type" text NOT NULL, "path" text, "help" jsonb, "binding_model_id" integer, "binding_type" text NOT NULL, "binding_view_types" text, "usage" text NOT NULL, "state" text NOT NULL, "sequence" integer, "model_id" integer NOT NULL, "model_name" text, "code" text, "crud_model_id" integer, "link_field_id" integer, "update_field_id" integer, "update_path" text, "value" text, "evaluation_type" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_server_group_rel" ("act_id" integer NOT NULL, "gid" integer NOT NULL);
CREATE TABLE "ir_act_url" ("id" integer NOT NULL DEFAULT nextval('ir_act_url_id_seq'::regclass), "name" jsonb NOT NULL, "type" text NOT NULL, "path" text, "help" jsonb, "binding_model_id" integer, "binding_type" text NOT NULL, "binding_view_types" text, "url" text NOT NULL, "target" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_window" ("id" integer NOT NULL DEFAULT nextval('ir_act_window_id_seq'::regclass), "name" jsonb NOT NULL, "type" text NOT NULL, "path" text, "help" jsonb, "binding_model_id" integer, "binding_type" text NOT NULL, "binding_view_types" text, "view_id" integer, "domain" text, "context" text NOT NULL, "res_id" integer, "res_model" text NOT NULL, "target" text, "view_mode" text NOT NULL, "mobile_view_mode" text, "usage" text, "limit" integer, "search_view_id" integer, "filter" boolean, "cache" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_window_close" ("id" integer NOT NULL DEFAULT nextval('ir_act_window_close_id_seq'::regclass), "name" jsonb NOT NULL, "type" text NOT NULL, "path" text, "help" jsonb, "binding_model_id" integer, "binding_type" text NOT NULL, "binding_view_types" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_act_window_group_rel" ("act_id" integer NOT NULL, "gid" integer NOT NULL);
CREATE TABLE "ir_act_window_view" ("id" integer NOT NULL DEFAULT nextval('ir_act_window_view_id_seq'::regclass), "sequence" integer, "view_id" integer, "view_mode" text NOT NULL, "act_window_id" integer, "multi" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_actions_todo" ("id" integer NOT NULL DEFAULT nextval('ir_actions_todo_id_seq'::regclass), "action_id" integer NOT NULL, "sequence" integer, "state" text NOT NULL, "name" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_asset" ("id" integer NOT NULL DEFAULT nextval('ir_asset_id_seq'::regclass), "name" text NOT NULL, "bundle" text NOT NULL, "directive" text, "path" text NOT NULL, "target" text, "active" boolean, "sequence" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_attachment" ("id" integer NOT NULL DEFAULT nextval('ir_attachment_id_seq'::regclass), "name" text NOT NULL, "description" text, "res_model" text, "res_field" text, "res_id" integer, "company_id" integer, "type" text NOT NULL, "url" text, "public" boolean, "access_token" text, "db_datas" bytea, "store_fname" text, "file_size" integer, "checksum" text, "mimetype" text, "index_content" text, "original_id" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_config_parameter" ("id" integer NOT NULL DEFAULT nextval('ir_config_parameter_id_seq'::regclass), "key" text NOT NULL, "value" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_cron" ("id" integer NOT NULL DEFAULT nextval('ir_cron_id_seq'::regclass), "ir_actions_server_id" integer NOT NULL, "cron_name" text, "user_id" integer NOT NULL, "active" boolean, "interval_number" integer NOT NULL, "interval_type" text NOT NULL, "nextcall" timestamp without time zone NOT NULL, "lastcall" timestamp without time zone, "priority" integer, "failure_count" integer, "first_failure_date" timestamp without time zone, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_cron_progress" ("id" integer NOT NULL DEFAULT nextval('ir_cron_progress_id_seq'::regclass), "cron_id" integer NOT NULL, "remaining" integer, "done" integer, "deactivate" boolean, "timed_out_counter" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_cron_trigger" ("id" integer NOT NULL DEFAULT nextval('ir_cron_trigger_id_seq'::regclass), "cron_id" integer NOT NULL, "call_at" timestamp without time zone NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_default" ("id" integer NOT NULL DEFAULT nextval('ir_default_id_seq'::regclass), "field_id" integer NOT NULL, "user_id" integer, "company_id" integer, "condition" text, "json_value" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_exports" ("id" integer NOT NULL DEFAULT nextval('ir_exports_id_seq'::regclass), "name" text, "resource" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_exports_line" ("id" integer NOT NULL DEFAULT nextval('ir_exports_line_id_seq'::regclass), "name" text, "export_id" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_filters" ("id" integer NOT NULL DEFAULT nextval('ir_filters_id_seq'::regclass), "name" text NOT NULL, "user_id" integer, "domain" text NOT NULL, "context" text NOT NULL, "sort" text NOT NULL, "model_id" text NOT NULL, "is_default" boolean, "action_id" integer, "embedded_action_id" integer, "embedded_parent_res_id" integer, "active" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_logging" ("id" integer NOT NULL DEFAULT nextval('ir_logging_id_seq'::regclass), "name" text NOT NULL, "type" text NOT NULL, "dbname" text, "level" text, "message" text NOT NULL, "path" text NOT NULL, "func" text NOT NULL, "line" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_mail_server" ("id" integer NOT NULL DEFAULT nextval('ir_mail_server_id_seq'::regclass), "name" text NOT NULL, "from_filter" text, "smtp_host" text, "smtp_port" integer, "smtp_authentication" text NOT NULL, "smtp_user" text, "smtp_pass" text, "smtp_encryption" text NOT NULL, "smtp_debug" boolean, "max_email_size" double precision, "sequence" integer, "active" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_model" ("id" integer NOT NULL DEFAULT nextval('ir_model_id_seq'::regclass), "name" jsonb NOT NULL, "model" text NOT NULL, "order" text NOT NULL, "info" text, "state" text, "abstract" boolean, "transient" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_model_access" ("id" integer NOT NULL DEFAULT nextval('ir_model_access_id_seq'::regclass), "name" text NOT NULL, "active" boolean, "model_id" integer NOT NULL, "group_id" integer, "perm_read" boolean, "perm_write" boolean, "perm_create" boolean, "perm_unlink" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_model_constraint" ("id" integer NOT NULL DEFAULT nextval('ir_model_constraint_id_seq'::regclass), "name" text NOT NULL, "definition" text, "message" jsonb, "model" integer NOT NULL, "module" integer NOT NULL, "type" text NOT NULL, "write_date" timestamp without time zone, "create_date" timestamp without time zone, "create_uid" integer, "write_uid" integer);
CREATE TABLE "ir_model_data" ("id" integer NOT NULL DEFAULT nextval('ir_model_data_id_seq'::regclass), "name" text NOT NULL, "model" text NOT NULL, "module" text NOT NULL, "res_id" integer, "noupdate" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_model_fields" ("id" integer NOT NULL DEFAULT nextval('ir_model_fields_id_seq'::regclass), "name" text NOT NULL, "complete_name" text, "model" text NOT NULL, "relation" text, "relation_field" text, "relation_field_id" integer, "model_id" integer NOT NULL, "field_description" jsonb NOT NULL, "help" jsonb, "ttype" text NOT NULL, "copied" boolean, "related" text, "related_field_id" integer, "required" boolean, "readonly" boolean, "index" boolean, "translate" boolean, "company_dependent" boolean, "size" integer, "state" text NOT NULL, "on_delete" text, "domain" text, "group_expand" boolean, "selectable" boolean, "relation_table" text, "column1" text, "column2" text, "compute" text, "depends" text, "store" boolean, "currency_field" text, "sanitize" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_model_fields_group_rel" ("field_id" integer NOT NULL, "group_id" integer NOT NULL);
CREATE TABLE "ir_model_fields_selection" ("id" integer NOT NULL DEFAULT nextval('ir_model_fields_selection_id_seq'::regclass), "field_id" integer NOT NULL, "value" text NOT NULL, "name" jsonb NOT NULL, "sequence" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_model_relation" ("id" integer NOT NULL DEFAULT nextval('ir_model_relation_id_seq'::regclass), "name" text NOT NULL, "model" integer NOT NULL, "module" integer NOT NULL, "write_date" timestamp without time zone, "create_date" timestamp without time zone, "create_uid" integer, "write_uid" integer);
CREATE TABLE "ir_module_category" ("id" integer NOT NULL DEFAULT nextval('ir_module_category_id_seq'::regclass), "name" jsonb NOT NULL, "parent_id" integer, "description" jsonb, "sequence" integer, "visible" boolean, "exclusive" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_module_module" ("id" integer NOT NULL DEFAULT nextval('ir_module_module_id_seq'::regclass), "name" text NOT NULL, "category_id" integer, "shortdesc" jsonb, "summary" jsonb, "description" jsonb, "author" text, "maintainer" text, "contributors" text, "website" text, "latest_version" text, "published_version" text, "url" text, "sequence" integer, "auto_install" boolean, "state" text, "demo" boolean, "license" text, "application" boolean, "icon" text, "to_buy" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_module_module_dependency" ("id" integer NOT NULL DEFAULT nextval('ir_module_module_dependency_id_seq'::regclass), "name" text, "module_id" integer, "auto_install_required" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_module_module_exclusion" ("id" integer NOT NULL DEFAULT nextval('ir_module_module_exclusion_id_seq'::regclass), "name" text, "module_id" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_rule" ("id" integer NOT NULL DEFAULT nextval('ir_rule_id_seq'::regclass), "name" text, "active" boolean, "model_id" integer NOT NULL, "domain_force" text, "perm_read" boolean, "perm_write" boolean, "perm_create" boolean, "perm_unlink" boolean, "global" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_sequence" ("id" integer NOT NULL DEFAULT nextval('ir_sequence_id_seq'::regclass), "name" text NOT NULL, "code" text, "implementation" text NOT NULL, "active" boolean, "prefix" text, "suffix" text, "number_next" integer NOT NULL, "number_increment" integer NOT NULL, "padding" integer NOT NULL, "company_id" integer, "use_date_range" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_sequence_date_range" ("id" integer NOT NULL DEFAULT nextval('ir_sequence_date_range_id_seq'::regclass), "date_from" date NOT NULL, "date_to" date NOT NULL, "sequence_id" integer NOT NULL, "number_next" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_ui_menu" ("id" integer NOT NULL DEFAULT nextval('ir_ui_menu_id_seq'::regclass), "name" jsonb NOT NULL, "active" boolean, "sequence" integer, "parent_id" integer, "parent_path" text, "web_icon" text, "action" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_ui_menu_group_rel" ("menu_id" integer NOT NULL, "gid" integer NOT NULL);
CREATE TABLE "ir_ui_view" ("id" integer NOT NULL DEFAULT nextval('ir_ui_view_id_seq'::regclass), "name" text NOT NULL, "model" text, "key" text, "priority" integer NOT NULL, "type" text, "arch_db" jsonb, "arch_fs" text, "arch_updated" boolean, "arch_prev" text, "inherit_id" integer, "mode" text NOT NULL, "active" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_ui_view_custom" ("id" integer NOT NULL DEFAULT nextval('ir_ui_view_custom_id_seq'::regclass), "ref_id" integer NOT NULL, "user_id" integer NOT NULL, "arch" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "ir_ui_view_group_rel" ("view_id" integer NOT NULL, "group_id" integer NOT NULL);
CREATE TABLE "rel_server_actions" ("server_id" integer NOT NULL, "action_id" integer NOT NULL);
CREATE TABLE "report_layout" ("id" integer NOT NULL DEFAULT nextval('report_layout_id_seq'::regclass), "view_id" integer NOT NULL, "image" text, "pdf" text, "sequence" integer, "name" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "report_paperformat" ("id" integer NOT NULL DEFAULT nextval('report_paperformat_id_seq'::regclass), "name" text NOT NULL, "default" boolean, "format" text, "margin_top" double precision, "margin_bottom" double precision, "margin_left" double precision, "margin_right" double precision, "page_height" integer, "page_width" integer, "orientation" text, "header_line" boolean, "header_spacing" integer, "disable_shrinking" boolean, "css_margins" boolean, "dpi" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_bank" ("id" integer NOT NULL DEFAULT nextval('res_bank_id_seq'::regclass), "name" text NOT NULL, "street" text, "street2" text, "zip" text, "city" text, "state" integer, "country" integer, "email" text, "phone" text, "active" boolean, "bic" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_company" ("id" integer NOT NULL DEFAULT nextval('res_company_id_seq'::regclass), "name" text NOT NULL, "active" boolean, "sequence" integer, "parent_id" integer, "parent_path" text, "partner_id" integer NOT NULL, "report_header" jsonb, "report_footer" jsonb, "company_details" jsonb, "logo_web" bytea, "uses_default_logo" boolean, "currency_id" integer NOT NULL, "email" text, "phone" text, "mobile" text, "paperformat_id" integer, "external_report_layout_id" integer, "font" text, "primary_color" text, "secondary_color" text, "layout_background" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_company_users_rel" ("cid" integer NOT NULL, "user_id" integer NOT NULL);
CREATE TABLE "res_config" ("id" integer NOT NULL DEFAULT nextval('res_config_id_seq'::regclass), "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_config_installer" ("id" integer NOT NULL DEFAULT nextval('res_config_installer_id_seq'::regclass), "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_config_settings" ("id" integer NOT NULL DEFAULT nextval('res_config_settings_id_seq'::regclass), "company_id" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_country" ("id" integer NOT NULL DEFAULT nextval('res_country_id_seq'::regclass), "name" jsonb NOT NULL, "code" text NOT NULL, "address_format" text, "address_view_id" integer, "currency_id" integer, "phone_code" integer, "name_position" text, "vat_label" jsonb, "state_required" boolean, "zip_required" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_country_group" ("id" integer NOT NULL DEFAULT nextval('res_country_group_id_seq'::regclass), "name" jsonb NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_country_res_country_group_rel" ("res_country_id" integer NOT NULL, "res_country_group_id" integer NOT NULL);
CREATE TABLE "res_country_state" ("id" integer NOT NULL DEFAULT nextval('res_country_state_id_seq'::regclass), "country_id" integer NOT NULL, "name" text NOT NULL, "code" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_currency" ("id" integer NOT NULL DEFAULT nextval('res_currency_id_seq'::regclass), "name" text NOT NULL, "iso_numeric" integer, "full_name" jsonb, "symbol" text NOT NULL, "rounding" numeric, "decimal_places" integer, "active" boolean, "position" text, "currency_unit_label" jsonb, "currency_subunit_label" jsonb, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_currency_rate" ("id" integer NOT NULL DEFAULT nextval('res_currency_rate_id_seq'::regclass), "name" date NOT NULL, "rate" numeric, "currency_id" integer NOT NULL, "company_id" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_groups" ("id" integer NOT NULL DEFAULT nextval('res_groups_id_seq'::regclass), "name" jsonb NOT NULL, "comment" jsonb, "category_id" integer, "color" integer, "share" boolean, "api_key_duration" double precision, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_groups_implied_rel" ("gid" integer NOT NULL, "hid" integer NOT NULL);
CREATE TABLE "res_groups_report_rel" ("uid" integer NOT NULL, "gid" integer NOT NULL);
CREATE TABLE "res_groups_users_rel" ("gid" integer NOT NULL, "uid" integer NOT NULL);
CREATE TABLE "res_lang" ("id" integer NOT NULL DEFAULT nextval('res_lang_id_seq'::regclass), "name" text NOT NULL, "code" text NOT NULL, "iso_code" text, "url_code" text NOT NULL, "active" boolean, "direction" text NOT NULL, "date_format" text NOT NULL, "time_format" text NOT NULL, "short_time_format" text NOT NULL, "week_start" text NOT NULL, "grouping" text NOT NULL, "decimal_point" text NOT NULL, "thousands_sep" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_lang_install_rel" ("language_wizard_id" integer NOT NULL, "lang_id" integer NOT NULL);
CREATE TABLE "res_partner" ("id" integer NOT NULL DEFAULT nextval('res_partner_id_seq'::regclass), "name" text, "complete_name" text, "title" integer, "parent_id" integer, "ref" text, "date" date, "lang" text, "tz" text, "user_id" integer, "vat" text, "company_registry" text, "website" text, "comment" text, "active" boolean, "employee" boolean, "function" text, "type" text, "street" text, "street2" text, "zip" text, "city" text, "state_id" integer, "country_id" integer, "partner_latitude" numeric, "partner_longitude" numeric, "email" text, "phone" text, "mobile" text, "is_company" boolean, "industry_id" integer, "company_id" integer, "color" integer, "partner_share" boolean, "commercial_partner_id" integer, "commercial_company_name" text, "company_name" text, "barcode" jsonb, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone, "x_nick" text);
CREATE TABLE "res_partner_bank" ("id" integer NOT NULL DEFAULT nextval('res_partner_bank_id_seq'::regclass), "active" boolean, "acc_number" text NOT NULL, "sanitized_acc_number" text, "acc_holder_name" text, "partner_id" integer NOT NULL, "allow_out_payment" boolean, "bank_id" integer, "sequence" integer, "currency_id" integer, "company_id" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_partner_category" ("id" integer NOT NULL DEFAULT nextval('res_partner_category_id_seq'::regclass), "name" jsonb NOT NULL, "color" integer, "parent_id" integer, "active" boolean, "parent_path" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_partner_industry" ("id" integer NOT NULL DEFAULT nextval('res_partner_industry_id_seq'::regclass), "name" jsonb, "full_name" jsonb, "active" boolean, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_partner_res_partner_category_rel" ("partner_id" integer NOT NULL, "category_id" integer NOT NULL);
CREATE TABLE "res_partner_title" ("id" integer NOT NULL DEFAULT nextval('res_partner_title_id_seq'::regclass), "name" jsonb NOT NULL, "shortcut" jsonb, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_users" ("id" integer NOT NULL DEFAULT nextval('res_users_id_seq'::regclass), "partner_id" integer NOT NULL, "login" text NOT NULL, "signature" text, "active" boolean, "action_id" integer, "share" boolean, "company_id" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone, "password" character varying);
CREATE TABLE "res_users_apikeys" ("id" integer NOT NULL DEFAULT nextval('res_users_apikeys_id_seq'::regclass), "name" text NOT NULL, "user_id" integer NOT NULL, "scope" text, "create_date" timestamp without time zone, "expiration_date" timestamp without time zone, "create_uid" integer, "write_uid" integer, "write_date" timestamp without time zone, "index" character varying(8), "key" character varying);
CREATE TABLE "res_users_apikeys_description" ("id" integer NOT NULL DEFAULT nextval('res_users_apikeys_description_id_seq'::regclass), "name" text NOT NULL, "duration" text NOT NULL, "expiration_date" timestamp without time zone, "password" text, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_users_log" ("id" integer NOT NULL DEFAULT nextval('res_users_log_id_seq'::regclass), "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "res_users_settings" ("id" integer NOT NULL DEFAULT nextval('res_users_settings_id_seq'::regclass), "user_id" integer NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "rule_group_rel" ("rule_group_id" integer NOT NULL, "group_id" integer NOT NULL);
CREATE TABLE "shop_item" ("id" integer NOT NULL DEFAULT nextval('shop_item_id_seq'::regclass), "name" text NOT NULL, "cost" double precision, "owner_id" integer, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "web_list_preference" ("id" integer NOT NULL DEFAULT nextval('web_list_preference_id_seq'::regclass), "user_id" integer NOT NULL, "model" text NOT NULL, "view" integer, "columns" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
CREATE TABLE "web_login_attempt" ("id" integer NOT NULL DEFAULT nextval('web_login_attempt_id_seq'::regclass), "login_key" text NOT NULL, "address" text NOT NULL, "failed_at" timestamp without time zone NOT NULL);
CREATE TABLE "web_session" ("id" integer NOT NULL DEFAULT nextval('web_session_id_seq'::regclass), "token_hash" text NOT NULL, "user_id" integer NOT NULL, "data" text, "opened_at" timestamp without time zone NOT NULL, "seen_at" timestamp without time zone NOT NULL, "password_mark" text);
CREATE TABLE "workflow_history" ("id" integer NOT NULL DEFAULT nextval('workflow_history_id_seq'::regclass), "model" text NOT NULL, "res_id" integer NOT NULL, "workflow" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "from_state" text, "to_state" text, "policy" text, "mode" text, "created_documents" text, "user_id" integer NOT NULL, "automatic" boolean, "cause_id" integer, "date" timestamp without time zone NOT NULL);
CREATE TABLE "workflow_step_mode" ("id" integer NOT NULL DEFAULT nextval('workflow_step_mode_id_seq'::regclass), "company_id" integer, "policy" text NOT NULL, "step" text NOT NULL, "mode" text NOT NULL, "create_uid" integer, "create_date" timestamp without time zone, "write_uid" integer, "write_date" timestamp without time zone);
COPY "ir_act_server" ("id", "name", "type", "path", "help", "binding_model_id", "binding_type", "binding_view_types", "usage", "state", "sequence", "model_id", "model_name", "code", "crud_model_id", "link_field_id", "update_field_id", "update_path", "value", "evaluation_type", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Base: Auto-vacuum internal data"}	ir.actions.server	\N	\N	\N	action	list,form	ir_cron	code	5	38	ir.autovacuum	model._run_vacuum_cleaner()	\N	\N	\N	\N	\N	value	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	{"en_US": "Update Apps List"}	ir.actions.server	\N	\N	\N	action	list,form	ir_actions_server	code	5	34	ir.module.module	model.update_list()	\N	\N	\N	\N	\N	value	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_act_server_group_rel" ("act_id", "gid") FROM stdin;
46	12
\.
COPY "ir_act_url" ("id", "name", "type", "path", "help", "binding_model_id", "binding_type", "binding_view_types", "url", "target", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
49	{"en_US": "Workflows"}	ir.actions.act_url	\N	\N	\N	action	list,form	/web/workflow	self	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
\.
COPY "ir_act_window" ("id", "name", "type", "path", "help", "binding_model_id", "binding_type", "binding_view_types", "view_id", "domain", "context", "res_id", "res_model", "target", "view_mode", "mobile_view_mode", "usage", "limit", "search_view_id", "filter", "cache", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
2	{"en_US": "Change Password"}	ir.actions.act_window	\N	\N	103	action	list,form	\N	\N	{}	0	change.password.wizard	new	form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Add Languages"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	base.language.install	new	form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Contact Titles"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.partner.title	current	list	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "Industries"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.partner.industry	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	{"en_US": "Contact Tags"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.partner.category	current	list,form	kanban	\N	80	11	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	{"en_US": "Contacts"}	ir.actions.act_window	\N	{"en_US": "<p class=\\"o_view_nocontent_smiling_face\\">Create a new contact</p>\\n            <p>Companies, their people and their addresses: one list for customers and suppliers.</p>"}	\N	action	list,form	\N	\N	{'res_partner_search_mode': 'customer'}	0	res.partner	current	kanban,list,form	kanban	\N	80	17	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	{"en_US": "Customers"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'search_default_customer': 1}	0	res.partner	current	list,kanban,form	kanban	\N	80	17	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	{"en_US": "Vendors"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'search_default_supplier': 1, 'default_is_company': True}	0	res.partner	current	list,kanban,form	kanban	\N	80	17	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	{"en_US": "Other Partners"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.partner	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	{"en_US": "Companies"}	ir.actions.act_window	\N	{"en_US": "<p class=\\"o_view_nocontent_smiling_face\\">Create a new company</p>\\n            <p>Each company keeps its own books. A branch shares the currency of its main company.</p>"}	\N	action	list,form	\N	\N	{}	0	res.company	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	{"en_US": "Groups"}	ir.actions.act_window	\N	{"en_US": "<p>A group is a set of rights: what its members may see and do. Users may be in many groups.</p>"}	\N	action	list,form	\N	\N	{'search_default_filter_no_share': 1}	0	res.groups	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	{"en_US": "Users"}	ir.actions.act_window	\N	{"en_US": "<p>Create the people who work with the system, and say by groups what each of them may do.</p>"}	\N	action	list,form	\N	\N	{'search_default_filter_no_share': 1}	0	res.users	current	list,form	kanban	\N	80	28	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	{"en_US": "Change My Preferences"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.users	new	form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	{"en_US": "Countries"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.country	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	{"en_US": "Country Group"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.country.group	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	{"en_US": "Fed. States"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.country.state	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	{"en_US": "Currencies"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'active_test': False}	0	res.currency	current	list,form	kanban	\N	80	38	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	{"en_US": "Show Currency Rates"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	[('currency_id', '=', active_id)]	{'default_currency_id': active_id}	0	res.currency.rate	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	{"en_US": "Languages"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'active_test': False}	0	res.lang	current	list,form	kanban	\N	80	46	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	{"en_US": "Banks"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.bank	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	{"en_US": "Bank Accounts"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.partner.bank	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	{"en_US": "Settings"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.config.settings	current	form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	{"en_US": "Config Wizard Steps"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.actions.todo	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	{"en_US": "Sequences"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'active_test': False}	0	ir.sequence	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	{"en_US": "System Parameters"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.config_parameter	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	{"en_US": "Scheduled Actions"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'search_default_all': 1}	0	ir.cron	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	{"en_US": "Actions"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.actions.actions	current	list	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	{"en_US": "Window Actions"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.actions.act_window	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	{"en_US": "Reports"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.actions.report	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	{"en_US": "Server Actions"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.actions.server	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	{"en_US": "Attachments"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.attachment	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	{"en_US": "Record Rules"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.rule	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	{"en_US": "Decimal Accuracy"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	decimal.precision	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	{"en_US": "User-defined Defaults"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.default	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	{"en_US": "User-defined Filters"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.filters	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	{"en_US": "Paper Format General Configuration"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	report.paperformat	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	{"en_US": "Outgoing Mail Servers"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.mail_server	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	{"en_US": "Logging"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.logging	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	{"en_US": "API Keys Listing"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	res.users.apikeys	current	list	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	{"en_US": "Models"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.model	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	{"en_US": "Fields"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.model.fields	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	{"en_US": "Access Rights"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.model.access	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	{"en_US": "External Identifiers"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.model.data	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	{"en_US": "Apps"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'search_default_app': 1}	0	ir.module.module	current	kanban,list,form	kanban	\N	80	117	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	{"en_US": "Menu Items"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{'ir.ui.menu.full_list': True}	0	ir.ui.menu	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	{"en_US": "Views"}	ir.actions.act_window	\N	\N	\N	action	list,form	\N	\N	{}	0	ir.ui.view	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	{"en_US": "Imports"}	ir.actions.act_window	imports	\N	\N	action	list,form	\N	\N	{}	0	base_import.history	current	list,form	kanban	\N	80	\N	f	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
\.
COPY "ir_act_window_group_rel" ("act_id", "gid") FROM stdin;
2	11
\.
COPY "ir_act_window_view" ("id", "sequence", "view_id", "view_mode", "act_window_id", "multi", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	10	27	list	13	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	20	25	form	13	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	10	29	form	14	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_config_parameter" ("id", "key", "value", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	database.secret	kept in the open, of the tests	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	database.uuid	c6d66ec6-e5f9-11f1-962d-02fc00000001	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	database.create_date	2026-11-21 22:20:37	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	web.base.url	http://localhost:8069	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	shop.greeting	xin chào	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994
\.
COPY "ir_cron" ("id", "ir_actions_server_id", "cron_name", "user_id", "active", "interval_number", "interval_type", "nextcall", "lastcall", "priority", "failure_count", "first_failure_date", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	1	Base: Auto-vacuum internal data	1	t	1	days	2026-11-21 22:20:37	\N	3	0	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_default" ("id", "field_id", "user_id", "company_id", "condition", "json_value", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	1013	\N	\N	\N	"en_US"	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_model" ("id", "name", "model", "order", "info", "state", "abstract", "transient", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Base"}	base	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2	{"en_US": "Qweb Field Integer"}	ir.qweb.field.integer	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
3	{"en_US": "Exports Line"}	ir.exports.line	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
4	{"en_US": "Module exclusion"}	ir.module.module.exclusion	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
5	{"en_US": "User, change own password wizard"}	change.password.own	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
6	{"en_US": "Qweb Field Selection"}	ir.qweb.field.selection	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
7	{"en_US": "Session"}	web.session	seen_at desc	One signed-in browser. Written by `core.http.session`; here it can be looked at and revoked.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
8	{"en_US": "Qweb Field Datetime"}	ir.qweb.field.datetime	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
9	{"en_US": "Server Action"}	ir.actions.server	sequence, name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
10	{"en_US": "Qweb Field Image"}	ir.qweb.field.image	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
11	{"en_US": "Companies"}	res.company	sequence, name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
12	{"en_US": "Config"}	res.config	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
13	{"en_US": "Qweb Field Image"}	ir.qweb.field.image_url	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
14	{"en_US": "Show API Key"}	res.users.apikeys.show	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
15	{"en_US": "Image Mixin"}	image.mixin	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
16	{"en_US": "Module Uninstall"}	base.module.uninstall	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
17	{"en_US": "Qweb Field Barcode"}	ir.qweb.field.barcode	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
18	{"en_US": "Qweb Field Duration"}	ir.qweb.field.duration	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
19	{"en_US": "Users API Keys"}	res.users.apikeys	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
20	{"en_US": "Attachment"}	ir.attachment	id desc	A model fills in `_refused_for` and `_refused_error`; every way to a record then asks them.\n\n    Access rights and record rules of the model itself still hold: this comes on top.\n    	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
21	{"en_US": "Languages"}	res.lang	active desc,name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
22	{"en_US": "Qweb Field Float"}	ir.qweb.field.float	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
23	{"en_US": "Models"}	ir.model	model	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
24	{"en_US": "Partner Tags"}	res.partner.category	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
25	{"en_US": "Client Action"}	ir.actions.client	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
26	{"en_US": "Qweb Field HTML"}	ir.qweb.field.html	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
27	{"en_US": "Actions"}	ir.actions.actions	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
28	{"en_US": "Qweb Field Unit Price"}	ir.qweb.field.unit_price	id	A price with at least the decimals of its currency: 15.000.000 đ, 0.125 USD.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
29	{"en_US": "Qweb Field"}	ir.qweb.field	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
30	{"en_US": "Failed Login"}	web.login.attempt	failed_at desc	One failed login, counted by `core.http.throttle`.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
31	{"en_US": "Application"}	ir.module.category	sequence, name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
32	{"en_US": "Fields Selection"}	ir.model.fields.selection	sequence, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
33	{"en_US": "Default Values"}	ir.default	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
34	{"en_US": "Module"}	ir.module.module	application desc, sequence, name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
35	{"en_US": "HTTP Routing"}	ir.http	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
36	{"en_US": "Partner Title"}	res.partner.title	name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
37	{"en_US": "Bank Accounts"}	res.partner.bank	sequence, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
38	{"en_US": "Automatic Vacuum"}	ir.autovacuum	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
39	{"en_US": "User Settings"}	res.users.settings	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
40	{"en_US": "Qweb Field Float Time"}	ir.qweb.field.float_time	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
41	{"en_US": "Report Action"}	ir.actions.report	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
42	{"en_US": "User, Change Password Wizard"}	change.password.user	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
43	{"en_US": "Sequence"}	ir.sequence	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
44	{"en_US": "Mail Server"}	ir.mail_server	sequence, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
45	{"en_US": "System Parameter"}	ir.config_parameter	key	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
46	{"en_US": "Fields Converter"}	ir.fields.converter	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
47	{"en_US": "Config Settings"}	res.config.settings	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
48	{"en_US": "Currency"}	res.currency	active desc, name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
49	{"en_US": "Qweb Field Contact"}	ir.qweb.field.contact	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
50	{"en_US": "Avatar Mixin"}	avatar.mixin	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
51	{"en_US": "Qweb Field qweb"}	ir.qweb.field.qweb	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
52	{"en_US": "Custom View"}	ir.ui.view.custom	create_date desc	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
53	{"en_US": "Config Installer"}	res.config.installer	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
54	{"en_US": "Access Groups"}	res.groups	name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
55	{"en_US": "Qweb Field Many to One"}	ir.qweb.field.many2one	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
56	{"en_US": "Qweb Field Date"}	ir.qweb.field.date	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
57	{"en_US": "Users Log"}	res.users.log	id desc	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
58	{"en_US": "Workflow Step Setting"}	workflow.step.mode	policy, step, company_id	Switches a policy's step between automatic and by hand, for one company or for all.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
59	{"en_US": "Menu"}	ir.ui.menu	sequence,id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
60	{"en_US": "Logging"}	ir.logging	id DESC	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
61	{"en_US": "Qweb field many2many"}	ir.qweb.field.many2many	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
62	{"en_US": "Action Window Close"}	ir.actions.act_window_close	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
63	{"en_US": "Contact"}	res.partner	complete_name ASC, id DESC	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
64	{"en_US": "Bank"}	res.bank	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
65	{"en_US": "Qweb Field Quantity"}	ir.qweb.field.quantity	id	A number without the zeros nobody needs: 3, 2.5.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
66	{"en_US": "Workflow History"}	workflow.history	id	Who moved which document, when, on what cause. Rows are only ever inserted (a database trigger sees to it).	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
67	{"en_US": "Action URL"}	ir.actions.act_url	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
68	{"en_US": "Country Specific VAT Label"}	format.vat.label.mixin	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
69	{"en_US": "Decimal Precision"}	decimal.precision	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
70	{"en_US": "Change Password Wizard"}	change.password.wizard	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
71	{"en_US": "Model Data"}	ir.model.data	module, model, name	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
72	{"en_US": "Fields"}	ir.model.fields	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
73	{"en_US": "Module dependency"}	ir.module.module.dependency	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
74	{"en_US": "Address Format"}	format.address.mixin	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
75	{"en_US": "Filters"}	ir.filters	model_id, name, id desc	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
76	{"en_US": "Qweb"}	ir.qweb	id	Views of any model: what pages, tests and the external API ask for.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
77	{"en_US": "Exports"}	ir.exports	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
78	{"en_US": "Sequence Date Range"}	ir.sequence.date_range	date_from, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
79	{"en_US": "Install Language"}	base.language.install	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
80	{"en_US": "Industry"}	res.partner.industry	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
81	{"en_US": "Model Access"}	ir.model.access	model_id, group_id, name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
82	{"en_US": "Country Group"}	res.country.group	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
83	{"en_US": "Progress of Scheduled Actions"}	ir.cron.progress	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
84	{"en_US": "Action Window View"}	ir.actions.act_window.view	sequence, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
85	{"en_US": "Qweb Field Monetary"}	ir.qweb.field.monetary	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
86	{"en_US": "Paper Format Config"}	report.paperformat	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
87	{"en_US": "Model Constraint"}	ir.model.constraint	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
88	{"en_US": "Scheduled Actions"}	ir.cron	cron_name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
89	{"en_US": "API Key Description"}	res.users.apikeys.description	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
90	{"en_US": "View"}	ir.ui.view	priority, name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
91	{"en_US": "Asset"}	ir.asset	sequence, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
92	{"en_US": "Country"}	res.country	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
93	{"en_US": "Access Decided by Another Record"}	record.access.mixin	id	A model fills in `_refused_for` and `_refused_error`; every way to a record then asks them.\n\n    Access rights and record rules of the model itself still hold: this comes on top.\n    	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
94	{"en_US": "Configuration Wizards"}	ir.actions.todo	sequence, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
95	{"en_US": "Action Window"}	ir.actions.act_window	name, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
96	{"en_US": "Report Layout"}	report.layout	sequence	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
97	{"en_US": "Relation Model"}	ir.model.relation	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
98	{"en_US": "Qweb Field Text"}	ir.qweb.field.text	id	How a value looks in a document. An addon adds `ir.qweb.field.<widget>` and overrides `value_to_html`.	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
99	{"en_US": "Country state"}	res.country.state	code, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
100	{"en_US": "Currency Rate"}	res.currency.rate	name desc, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
101	{"en_US": "Record Rule"}	ir.rule	model_id DESC, id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
102	{"en_US": "Triggered actions"}	ir.cron.trigger	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
103	{"en_US": "User"}	res.users	name, login	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
104	{"en_US": "Import Mapping"}	base_import.mapping	id	What a column was mapped to last time; proposed again for a column of the same name.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
105	{"en_US": "Columns of a list"}	web.list.preference	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
106	{"en_US": "Base Import"}	base_import.import	id	Views of any model: what pages, tests and the external API ask for.	base	f	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
107	{"en_US": "Import"}	base_import.history	id desc	One import that was carried out, and what it changed, so that it can be taken back.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
108	{"en_US": "Item"}	shop.item	id	Views of any model: what pages, tests and the external API ask for.	base	f	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
109	{"en_US": "Explained Values"}	web.explanation.mixin	id	Records that can say how a value of theirs came about.\n\n    A model offers `_explain_<what>()`, which answers with the rows of the explanation; a field of a view shows the question\n    mark with `options="{'explain': '<what>'}"`.\n    	base	t	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
\.
COPY "ir_model_access" ("id", "name", "active", "model_id", "group_id", "perm_read", "perm_write", "perm_create", "perm_unlink", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	ir.sequence	t	43	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	ir.sequence	t	43	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	ir.sequence.date_range	t	78	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	ir.sequence.date_range	t	78	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	decimal.precision	t	69	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	decimal.precision	t	69	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	report.paperformat	t	86	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	report.paperformat	t	86	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	report.layout	t	96	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	report.layout	t	96	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	ir.model	t	23	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	ir.model	t	23	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	ir.model.fields	t	72	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	ir.model.fields	t	72	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	ir.model.fields.selection	t	32	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	ir.model.fields.selection	t	32	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	ir.model.constraint	t	87	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	ir.model.constraint	t	87	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	ir.model.relation	t	97	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	ir.model.relation	t	97	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	ir.model.data	t	71	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	ir.model.data	t	71	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	ir.module.category	t	31	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	ir.module.category	t	31	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	ir.module.module	t	34	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	ir.module.module	t	34	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	ir.module.module.dependency	t	73	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	ir.module.module.dependency	t	73	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	ir.module.module.exclusion	t	4	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	ir.module.module.exclusion	t	4	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	ir.ui.menu	t	59	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	res.currency	t	48	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	res.currency	t	48	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	res.currency.rate	t	100	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	res.currency.rate	t	100	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	res.lang	t	21	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	res.lang	t	21	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	res.country	t	92	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	res.country	t	92	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	res.country.state	t	99	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	res.country.state	t	99	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	res.country.group	t	82	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	res.country.group	t	82	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	res.country	t	92	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	res.country	t	92	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	res.country.state	t	99	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	res.country.state	t	99	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	res.country.group	t	82	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	res.country.group	t	82	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	res.currency	t	48	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	res.currency	t	48	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	res.lang	t	21	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	res.lang	t	21	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	res.currency.rate	t	100	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
55	res.currency.rate	t	100	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
56	res.partner.title	t	36	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
57	res.partner.title	t	36	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
58	res.partner.industry	t	80	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
59	res.partner.industry	t	80	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
60	ir.model.data	t	71	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
61	ir.model.data	t	71	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
62	decimal.precision	t	69	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
63	decimal.precision	t	69	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
64	report.paperformat	t	86	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
65	report.paperformat	t	86	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
66	res.partner.title	t	36	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
67	res.partner.title	t	36	6	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
68	res.partner.title	t	36	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
69	res.partner.industry	t	80	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
70	res.partner.industry	t	80	6	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
71	res.partner.industry	t	80	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
72	res.bank	t	64	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
73	res.bank	t	64	6	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
74	res.bank	t	64	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
75	res.partner.category	t	24	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
76	res.partner.category	t	24	6	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
77	res.partner.category	t	24	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
78	ir.exports	t	77	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
79	ir.exports.line	t	3	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
80	ir.ui.menu	t	59	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
81	ir.ui.menu	t	59	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
82	ir.ui.menu	t	59	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
83	res.partner	t	63	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
84	res.partner	t	63	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
85	res.partner	t	63	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
86	res.partner	t	63	6	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
87	res.partner	t	63	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
88	res.partner.bank	t	37	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
89	res.partner.bank	t	37	6	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
90	res.company	t	11	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
91	res.company	t	11	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
92	res.company	t	11	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
93	res.company	t	11	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
94	res.groups	t	54	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
95	res.groups	t	54	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
96	res.users	t	103	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
97	res.users	t	103	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
98	res.users	t	103	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
99	res.users	t	103	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
100	res.users.log	t	57	8	t	f	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
101	res.users.log	t	57	9	t	f	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
102	res.users.settings	t	39	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
103	res.users.apikeys	t	19	8	t	f	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
104	res.users.apikeys	t	19	9	t	f	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
105	ir.model.access	t	81	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
106	ir.model.access	t	81	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
107	ir.rule	t	101	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
108	ir.rule	t	101	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
109	ir.attachment	t	20	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
110	ir.attachment	t	20	9	t	f	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
111	ir.attachment	t	20	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
112	ir.default	t	33	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
113	ir.filters	t	75	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
114	ir.config_parameter	t	45	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
115	ir.logging	t	60	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
116	ir.logging	t	60	11	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
117	ir.cron	t	88	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
118	ir.cron.trigger	t	102	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
119	ir.cron.progress	t	83	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
120	ir.mail_server	t	44	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
121	ir.asset	t	91	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
122	ir.actions.actions	t	27	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
123	ir.actions.actions	t	27	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
124	ir.actions.act_window	t	95	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
125	ir.actions.act_window	t	95	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
126	ir.actions.act_window.view	t	84	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
127	ir.actions.act_window.view	t	84	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
128	ir.actions.act_window_close	t	62	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
129	ir.actions.act_window_close	t	62	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
130	ir.actions.act_url	t	67	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
131	ir.actions.act_url	t	67	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
132	ir.actions.client	t	25	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
133	ir.actions.client	t	25	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
134	ir.actions.report	t	41	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
135	ir.actions.report	t	41	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
136	ir.actions.server	t	9	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
137	ir.actions.server	t	9	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
138	ir.actions.todo	t	94	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
139	ir.actions.todo	t	94	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
140	ir.actions.act_window	t	95	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
141	ir.actions.act_window	t	95	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
142	ir.actions.act_url	t	67	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
143	ir.actions.act_url	t	67	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
144	ir.actions.client	t	25	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
145	ir.actions.client	t	25	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
146	ir.actions.report	t	41	9	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
147	ir.actions.report	t	41	10	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
148	ir.ui.view	t	90	8	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
149	ir.ui.view	t	90	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
150	res.config	t	12	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
151	res.config.installer	t	53	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
152	res.config.settings	t	47	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
153	base.language.install	t	79	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
154	change.password.wizard	t	70	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
155	change.password.user	t	42	11	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
156	change.password.own	t	5	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
157	change.password.own	t	5	9	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
158	res.users.apikeys.description	t	89	8	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
159	res.users.apikeys.show	t	14	8	t	f	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
160	workflow.history	t	66	11	t	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
161	workflow.step.mode	t	58	12	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
162	access_base_module_uninstall	t	16	12	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
163	item	t	108	8	t	t	t	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
164	web.list.preference	t	105	12	t	t	t	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
165	base_import.import	t	106	8	t	t	t	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
166	base_import.mapping	t	104	8	t	t	t	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
167	base_import.history	t	107	8	t	f	f	f	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
\.
COPY "ir_model_data" ("id", "name", "model", "module", "res_id", "noupdate", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	USD	res.currency	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2	main_partner	res.partner	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
3	partner_root	res.partner	base	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
4	main_company	res.company	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
5	user_root	res.users	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
6	module_category_accounting	ir.module.category	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
7	module_category_accounting_accounting	ir.module.category	base	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
8	module_category_accounting_localizations	ir.module.category	base	3	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
9	module_category_accounting_localizations_account_charts	ir.module.category	base	4	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
10	module_category_hidden	ir.module.category	base	5	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
11	module_category_hidden_tests	ir.module.category	base	6	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
12	module_category_hidden_tools	ir.module.category	base	7	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
13	module_category_inventory	ir.module.category	base	8	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
14	module_category_inventory_inventory	ir.module.category	base	9	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
15	module_category_productivity	ir.module.category	base	10	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
16	module_category_productivity_contacts	ir.module.category	base	11	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
17	module_category_productivity_discuss	ir.module.category	base	12	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
18	module_category_sales	ir.module.category	base	13	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
19	module_category_sales_delivery	ir.module.category	base	14	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
20	module_category_sales_sales	ir.module.category	base	15	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
21	module_category_uncategorized	ir.module.category	base	16	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
22	module_account	ir.module.module	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
23	module_base	ir.module.module	base	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
24	module_base_import	ir.module.module	base	3	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
25	module_base_setup	ir.module.module	base	4	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
26	module_bus	ir.module.module	base	5	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
27	module_contacts	ir.module.module	base	6	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
28	module_delivery	ir.module.module	base	7	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
29	module_demo_company	ir.module.module	base	8	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
30	module_l10n_vn	ir.module.module	base	9	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
31	module_l10n_vn_stock	ir.module.module	base	10	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
32	module_l10n_vn_stock_account	ir.module.module	base	11	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
33	module_mail	ir.module.module	base	12	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
34	module_portal	ir.module.module	base	13	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
35	module_product	ir.module.module	base	14	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
36	module_sale	ir.module.module	base	15	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
37	module_sale_management	ir.module.module	base	16	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
38	module_sale_policy_manual	ir.module.module	base	17	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
39	module_sale_policy_picking	ir.module.module	base	18	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
40	module_sale_policy_postpaid	ir.module.module	base	19	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
41	module_sale_policy_prepaid	ir.module.module	base	20	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
42	module_sale_stock	ir.module.module	base	21	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
43	module_sales_team	ir.module.module	base	22	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
44	module_stock	ir.module.module	base	23	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
45	module_stock_account	ir.module.module	base	24	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
46	module_stock_delivery	ir.module.module	base	25	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
47	module_uom	ir.module.module	base	26	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
48	module_upgrade_shop	ir.module.module	base	27	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
49	module_web	ir.module.module	base	28	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
50	model_base	ir.model	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
53	model_ir_model	ir.model	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
75	model_ir_model_fields	ir.model	base	72	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
123	model_ir_model_fields_selection	ir.model	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
134	model_ir_model_constraint	ir.model	base	87	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
147	model_ir_model_relation	ir.model	base	97	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
157	model_ir_model_access	ir.model	base	81	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
172	model_ir_model_data	ir.model	base	71	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
186	model_ir_module_category	ir.model	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
202	model_ir_module_module	ir.model	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
242	model_ir_module_module_dependency	ir.model	base	73	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
261	model_ir_module_module_exclusion	ir.model	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
279	model_ir_ui_menu	ir.model	base	59	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
297	model_ir_ui_view_custom	ir.model	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
307	model_ir_ui_view	ir.model	base	90	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
344	model_ir_qweb	ir.model	base	76	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
347	model_ir_qweb_field	ir.model	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
350	model_ir_qweb_field_integer	ir.model	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
353	model_ir_qweb_field_float	ir.model	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
356	model_ir_qweb_field_quantity	ir.model	base	65	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
359	model_ir_qweb_field_unit_price	ir.model	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
362	model_ir_qweb_field_date	ir.model	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
365	model_ir_qweb_field_datetime	ir.model	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
368	model_ir_qweb_field_text	ir.model	base	98	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
371	model_ir_qweb_field_selection	ir.model	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
374	model_ir_qweb_field_many2one	ir.model	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
377	model_ir_qweb_field_many2many	ir.model	base	61	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
380	model_ir_qweb_field_html	ir.model	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
383	model_ir_qweb_field_image	ir.model	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
386	model_ir_qweb_field_image_url	ir.model	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
389	model_ir_qweb_field_monetary	ir.model	base	85	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
392	model_ir_qweb_field_float_time	ir.model	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
395	model_ir_qweb_field_duration	ir.model	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
398	model_ir_qweb_field_barcode	ir.model	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
401	model_ir_qweb_field_contact	ir.model	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
404	model_ir_qweb_field_qweb	ir.model	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
407	model_web_session	ir.model	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
416	model_web_login_attempt	ir.model	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
422	model_ir_http	ir.model	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
425	model_ir_sequence	ir.model	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
447	model_ir_sequence_date_range	ir.model	base	78	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
459	model_record_access_mixin	ir.model	base	93	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
462	model_ir_config_parameter	ir.model	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
471	model_ir_attachment	ir.model	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
500	model_ir_actions_actions	ir.model	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
513	model_ir_actions_act_window	ir.model	base	95	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
552	model_ir_actions_act_window_view	ir.model	base	84	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
572	model_ir_actions_act_window_close	ir.model	base	62	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
589	model_ir_actions_act_url	ir.model	base	67	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
611	model_ir_actions_server	ir.model	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
652	model_ir_actions_todo	ir.model	base	94	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
665	model_ir_actions_client	ir.model	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
691	model_ir_actions_report	ir.model	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
723	model_ir_asset	ir.model	base	91	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
744	model_ir_autovacuum	ir.model	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
747	model_ir_cron	ir.model	base	88	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
794	model_ir_cron_trigger	ir.model	base	102	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
803	model_ir_cron_progress	ir.model	base	83	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
815	model_ir_default	ir.model	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
827	model_ir_exports	ir.model	base	77	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
837	model_ir_exports_line	ir.model	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
846	model_ir_fields_converter	ir.model	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
849	model_ir_filters	ir.model	base	75	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
867	model_ir_logging	ir.model	base	60	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
884	model_ir_mail_server	ir.model	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
908	model_ir_rule	ir.model	base	101	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
925	model_decimal_precision	ir.model	base	69	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
934	model_image_mixin	ir.model	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
942	model_avatar_mixin	ir.model	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
955	model_report_layout	ir.model	base	96	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
967	model_report_paperformat	ir.model	base	86	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1014	model_res_bank	ir.model	base	64	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1033	model_res_partner_bank	ir.model	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1054	model_res_config	ir.model	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1061	model_res_config_installer	ir.model	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1068	model_res_config_settings	ir.model	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1076	model_res_country	ir.model	base	92	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1098	model_res_country_group	ir.model	base	82	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1107	model_res_country_state	ir.model	base	99	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1117	model_res_currency	ir.model	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1142	model_res_currency_rate	ir.model	base	100	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1155	model_res_lang	ir.model	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1186	model_format_vat_label_mixin	ir.model	base	68	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1189	model_format_address_mixin	ir.model	base	74	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1192	model_res_partner_category	ir.model	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1206	model_res_partner_title	ir.model	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1215	model_res_partner	ir.model	base	63	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1291	model_res_partner_industry	ir.model	base	80	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1301	model_res_company	ir.model	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1360	model_res_groups	ir.model	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1382	model_res_users_log	ir.model	base	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1389	model_res_users	ir.model	base	103	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1481	model_res_users_apikeys	ir.model	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1492	model_res_users_settings	ir.model	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1500	model_workflow_history	ir.model	base	66	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1522	model_workflow_step_mode	ir.model	base	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1535	model_base_language_install	ir.model	base	79	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1545	model_change_password_wizard	ir.model	base	70	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1553	model_change_password_user	ir.model	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1564	model_change_password_own	ir.model	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1574	model_res_users_apikeys_description	ir.model	base	89	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1592	model_res_users_apikeys_show	ir.model	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1596	model_base_module_uninstall	ir.model	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1606	module_category_sales_point_of_sale	ir.module.category	base	17	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1607	module_category_inventory_delivery	ir.module.category	base	18	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1608	module_category_inventory_purchase	ir.module.category	base	19	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1609	module_category_manufacturing	ir.module.category	base	20	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1610	module_category_manufacturing_manufacturing	ir.module.category	base	21	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1611	module_category_human_resources	ir.module.category	base	22	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1612	module_category_marketing	ir.module.category	base	23	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1613	module_category_website	ir.module.category	base	24	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1614	module_category_website_website	ir.module.category	base	25	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1615	module_category_services	ir.module.category	base	26	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1616	module_category_customizations	ir.module.category	base	27	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1617	module_category_administration	ir.module.category	base	28	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1618	module_category_administration_administration	ir.module.category	base	29	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1619	module_category_usability	ir.module.category	base	30	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1620	module_category_user_type	ir.module.category	base	31	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1621	module_category_extra	ir.module.category	base	32	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1622	module_category_theme	ir.module.category	base	33	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1623	module_category_tools	ir.module.category	base	34	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1624	lang_en	res.lang	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1625	lang_en_GB	res.lang	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1626	lang_en_AU	res.lang	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1627	lang_en_CA	res.lang	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1628	lang_en_IN	res.lang	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1629	lang_en_NZ	res.lang	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1630	lang_vi_VN	res.lang	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1631	lang_fr	res.lang	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1632	lang_fr_BE	res.lang	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1633	lang_fr_CA	res.lang	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1634	lang_fr_CH	res.lang	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1635	lang_de	res.lang	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1636	lang_de_CH	res.lang	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1637	lang_es	res.lang	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1638	lang_es_AR	res.lang	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1639	lang_es_CL	res.lang	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1640	lang_es_CO	res.lang	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1641	lang_es_MX	res.lang	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1642	lang_es_PE	res.lang	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1643	lang_it	res.lang	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1644	lang_nl	res.lang	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1645	lang_nl_BE	res.lang	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1646	lang_pt	res.lang	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1647	lang_pt_BR	res.lang	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1648	lang_pl	res.lang	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1649	lang_ru	res.lang	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1650	lang_uk_UA	res.lang	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1651	lang_cs	res.lang	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1652	lang_sk_SK	res.lang	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1653	lang_sl_SI	res.lang	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1654	lang_hu	res.lang	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1655	lang_ro_RO	res.lang	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1656	lang_bg	res.lang	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1657	lang_hr	res.lang	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1658	lang_el	res.lang	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1659	lang_tr	res.lang	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1660	lang_ar	res.lang	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1661	lang_he_IL	res.lang	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1662	lang_fa_IR	res.lang	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1663	lang_hi_IN	res.lang	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1664	lang_th	res.lang	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1665	lang_lo	res.lang	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1666	lang_km	res.lang	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1667	lang_my	res.lang	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1668	lang_id	res.lang	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1669	lang_ms_MY	res.lang	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1670	lang_zh_CN	res.lang	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1671	lang_zh_TW	res.lang	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1672	lang_zh_HK	res.lang	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1673	lang_ja_JP	res.lang	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1674	lang_ko_KP	res.lang	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1675	lang_sv_SE	res.lang	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1676	lang_da_DK	res.lang	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1677	lang_nb_NO	res.lang	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1678	lang_fi_FI	res.lang	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1679	lang_et_EE	res.lang	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1680	lang_lv_LV	res.lang	base	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1681	lang_lt_LT	res.lang	base	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1682	lang_ca_ES	res.lang	base	59	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1683	lang_eu_ES	res.lang	base	60	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1684	lang_gl_ES	res.lang	base	61	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1685	lang_mn_MN	res.lang	base	62	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1686	lang_ka_GE	res.lang	base	63	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1687	AED	res.currency	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1688	AFN	res.currency	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1689	ALL	res.currency	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1690	AMD	res.currency	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1691	AOA	res.currency	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1692	ARS	res.currency	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1693	AUD	res.currency	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1694	AWG	res.currency	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1695	AZN	res.currency	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1696	BAM	res.currency	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1697	BBD	res.currency	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1698	BDT	res.currency	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1699	BHD	res.currency	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1700	BIF	res.currency	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1701	BMD	res.currency	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1702	BND	res.currency	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1703	BOB	res.currency	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1704	BRL	res.currency	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1705	BSD	res.currency	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1706	BTN	res.currency	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1707	BWP	res.currency	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1708	BYN	res.currency	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1709	BZD	res.currency	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1710	CAD	res.currency	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1711	CDF	res.currency	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1712	CHF	res.currency	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1713	CLP	res.currency	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1714	CNY	res.currency	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1715	COP	res.currency	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1716	CRC	res.currency	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1717	CUP	res.currency	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1718	CVE	res.currency	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1719	CZK	res.currency	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1720	DJF	res.currency	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1721	DKK	res.currency	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1722	DOP	res.currency	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1723	DZD	res.currency	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1724	EGP	res.currency	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1725	ERN	res.currency	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1726	ETB	res.currency	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1727	EUR	res.currency	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1728	FJD	res.currency	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1729	FKP	res.currency	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1730	GBP	res.currency	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1731	GEL	res.currency	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1732	GHS	res.currency	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1733	GIP	res.currency	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1734	GMD	res.currency	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1735	GNF	res.currency	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1736	GTQ	res.currency	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1737	GYD	res.currency	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1738	HKD	res.currency	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1739	HNL	res.currency	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1740	HTG	res.currency	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1741	HUF	res.currency	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1742	IDR	res.currency	base	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1743	ILS	res.currency	base	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1744	INR	res.currency	base	59	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1745	IQD	res.currency	base	60	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1746	IRR	res.currency	base	61	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1747	ISK	res.currency	base	62	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1748	JMD	res.currency	base	63	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1749	JOD	res.currency	base	64	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1750	JPY	res.currency	base	65	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1751	KES	res.currency	base	66	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1752	KGS	res.currency	base	67	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1753	KHR	res.currency	base	68	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1754	KMF	res.currency	base	69	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1755	KPW	res.currency	base	70	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1756	KRW	res.currency	base	71	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1757	KWD	res.currency	base	72	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1758	KYD	res.currency	base	73	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1759	KZT	res.currency	base	74	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1760	LAK	res.currency	base	75	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1761	LBP	res.currency	base	76	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1762	LKR	res.currency	base	77	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1763	LRD	res.currency	base	78	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1764	LSL	res.currency	base	79	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1765	LYD	res.currency	base	80	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1766	MAD	res.currency	base	81	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1767	MDL	res.currency	base	82	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1768	MGA	res.currency	base	83	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1769	MKD	res.currency	base	84	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1770	MMK	res.currency	base	85	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1771	MNT	res.currency	base	86	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1772	MOP	res.currency	base	87	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1773	MRU	res.currency	base	88	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1774	MUR	res.currency	base	89	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1775	MVR	res.currency	base	90	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1776	MWK	res.currency	base	91	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1777	MXN	res.currency	base	92	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1778	MYR	res.currency	base	93	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1779	MZN	res.currency	base	94	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1780	NAD	res.currency	base	95	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1781	NGN	res.currency	base	96	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1782	NIO	res.currency	base	97	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1783	NOK	res.currency	base	98	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1784	NPR	res.currency	base	99	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1785	NZD	res.currency	base	100	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1786	OMR	res.currency	base	101	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1787	PEN	res.currency	base	102	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1788	PGK	res.currency	base	103	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1789	PHP	res.currency	base	104	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1790	PKR	res.currency	base	105	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1791	PLN	res.currency	base	106	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1792	PYG	res.currency	base	107	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1793	QAR	res.currency	base	108	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1794	RON	res.currency	base	109	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1795	RSD	res.currency	base	110	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1796	RUB	res.currency	base	111	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1797	RWF	res.currency	base	112	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1798	SAR	res.currency	base	113	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1799	SBD	res.currency	base	114	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1800	SCR	res.currency	base	115	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1801	SDG	res.currency	base	116	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1802	SEK	res.currency	base	117	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1803	SGD	res.currency	base	118	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1804	SHP	res.currency	base	119	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1805	SLE	res.currency	base	120	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1806	SOS	res.currency	base	121	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1807	SRD	res.currency	base	122	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1808	SSP	res.currency	base	123	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1809	STN	res.currency	base	124	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1810	SYP	res.currency	base	125	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1811	SZL	res.currency	base	126	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1812	THB	res.currency	base	127	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1813	TJS	res.currency	base	128	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1814	TMT	res.currency	base	129	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1815	TND	res.currency	base	130	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1816	TOP	res.currency	base	131	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1817	TRY	res.currency	base	132	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1818	TTD	res.currency	base	133	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1819	TWD	res.currency	base	134	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1820	TZS	res.currency	base	135	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1821	UAH	res.currency	base	136	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1822	UGX	res.currency	base	137	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1823	UYU	res.currency	base	138	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1824	UZS	res.currency	base	139	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1825	VES	res.currency	base	140	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1826	VND	res.currency	base	141	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1827	VUV	res.currency	base	142	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1828	WST	res.currency	base	143	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1829	XAF	res.currency	base	144	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1830	XCD	res.currency	base	145	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1831	XCG	res.currency	base	146	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1832	XOF	res.currency	base	147	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1833	XPF	res.currency	base	148	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1834	YER	res.currency	base	149	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1835	ZAR	res.currency	base	150	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1836	ZMW	res.currency	base	151	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1837	ZWG	res.currency	base	152	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1838	ad	res.country	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1839	ae	res.country	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1840	af	res.country	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1841	ag	res.country	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1842	ai	res.country	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1843	al	res.country	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1844	am	res.country	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1845	ao	res.country	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1846	aq	res.country	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1847	ar	res.country	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1848	as	res.country	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1849	at	res.country	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1850	au	res.country	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1851	aw	res.country	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1852	ax	res.country	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1853	az	res.country	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1854	ba	res.country	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1855	bb	res.country	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1856	bd	res.country	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1857	be	res.country	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1858	bf	res.country	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1859	bg	res.country	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1860	bh	res.country	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1861	bi	res.country	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1862	bj	res.country	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1863	bl	res.country	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1864	bm	res.country	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1865	bn	res.country	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1866	bo	res.country	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1867	bq	res.country	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1868	br	res.country	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1869	bs	res.country	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1870	bt	res.country	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1871	bv	res.country	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1872	bw	res.country	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1873	by	res.country	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1874	bz	res.country	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1875	ca	res.country	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1876	cc	res.country	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1877	cd	res.country	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1878	cf	res.country	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1879	cg	res.country	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1880	ch	res.country	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1881	ci	res.country	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1882	ck	res.country	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1883	cl	res.country	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1884	cm	res.country	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1885	cn	res.country	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1886	co	res.country	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1887	cr	res.country	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1888	cu	res.country	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1889	cv	res.country	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1890	cw	res.country	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1891	cx	res.country	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1892	cy	res.country	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1893	cz	res.country	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1894	de	res.country	base	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1895	dj	res.country	base	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1896	dk	res.country	base	59	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1897	dm	res.country	base	60	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1898	do	res.country	base	61	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1899	dz	res.country	base	62	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1900	ec	res.country	base	63	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1901	ee	res.country	base	64	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1902	eg	res.country	base	65	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1903	eh	res.country	base	66	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1904	er	res.country	base	67	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1905	es	res.country	base	68	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1906	et	res.country	base	69	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1907	fi	res.country	base	70	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1908	fj	res.country	base	71	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1909	fk	res.country	base	72	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1910	fm	res.country	base	73	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1911	fo	res.country	base	74	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1912	fr	res.country	base	75	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1913	ga	res.country	base	76	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1914	uk	res.country	base	77	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1915	gd	res.country	base	78	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1916	ge	res.country	base	79	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1917	gf	res.country	base	80	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1918	gg	res.country	base	81	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1919	gh	res.country	base	82	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1920	gi	res.country	base	83	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1921	gl	res.country	base	84	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1922	gm	res.country	base	85	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1923	gn	res.country	base	86	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1924	gp	res.country	base	87	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1925	gq	res.country	base	88	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1926	gr	res.country	base	89	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1927	gs	res.country	base	90	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1928	gt	res.country	base	91	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1929	gu	res.country	base	92	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1930	gw	res.country	base	93	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1931	gy	res.country	base	94	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1932	hk	res.country	base	95	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1933	hm	res.country	base	96	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1934	hn	res.country	base	97	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1935	hr	res.country	base	98	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1936	ht	res.country	base	99	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1937	hu	res.country	base	100	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1938	id	res.country	base	101	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1939	ie	res.country	base	102	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1940	il	res.country	base	103	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1941	im	res.country	base	104	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1942	in	res.country	base	105	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1943	io	res.country	base	106	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1944	iq	res.country	base	107	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1945	ir	res.country	base	108	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1946	is	res.country	base	109	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1947	it	res.country	base	110	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1948	je	res.country	base	111	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1949	jm	res.country	base	112	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1950	jo	res.country	base	113	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1951	jp	res.country	base	114	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1952	ke	res.country	base	115	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1953	kg	res.country	base	116	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1954	kh	res.country	base	117	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1955	ki	res.country	base	118	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1956	km	res.country	base	119	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1957	kn	res.country	base	120	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1958	kp	res.country	base	121	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1959	kr	res.country	base	122	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1960	kw	res.country	base	123	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1961	ky	res.country	base	124	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1962	kz	res.country	base	125	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1963	la	res.country	base	126	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1964	lb	res.country	base	127	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1965	lc	res.country	base	128	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1966	li	res.country	base	129	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1967	lk	res.country	base	130	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1968	lr	res.country	base	131	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1969	ls	res.country	base	132	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1970	lt	res.country	base	133	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1971	lu	res.country	base	134	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1972	lv	res.country	base	135	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1973	ly	res.country	base	136	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1974	ma	res.country	base	137	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1975	mc	res.country	base	138	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1976	md	res.country	base	139	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1977	me	res.country	base	140	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1978	mf	res.country	base	141	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1979	mg	res.country	base	142	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1980	mh	res.country	base	143	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1981	mk	res.country	base	144	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1982	ml	res.country	base	145	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1983	mm	res.country	base	146	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1984	mn	res.country	base	147	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1985	mo	res.country	base	148	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1986	mp	res.country	base	149	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1987	mq	res.country	base	150	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1988	mr	res.country	base	151	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1989	ms	res.country	base	152	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1990	mt	res.country	base	153	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1991	mu	res.country	base	154	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1992	mv	res.country	base	155	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1993	mw	res.country	base	156	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1994	mx	res.country	base	157	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1995	my	res.country	base	158	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1996	mz	res.country	base	159	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1997	na	res.country	base	160	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1998	nc	res.country	base	161	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1999	ne	res.country	base	162	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2000	nf	res.country	base	163	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2001	ng	res.country	base	164	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2002	ni	res.country	base	165	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2003	nl	res.country	base	166	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2004	no	res.country	base	167	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2005	np	res.country	base	168	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2006	nr	res.country	base	169	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2007	nu	res.country	base	170	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2008	nz	res.country	base	171	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2009	om	res.country	base	172	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2010	pa	res.country	base	173	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2011	pe	res.country	base	174	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2012	pf	res.country	base	175	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2013	pg	res.country	base	176	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2014	ph	res.country	base	177	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2015	pk	res.country	base	178	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2016	pl	res.country	base	179	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2017	pm	res.country	base	180	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2018	pn	res.country	base	181	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2019	pr	res.country	base	182	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2020	ps	res.country	base	183	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2021	pt	res.country	base	184	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2022	pw	res.country	base	185	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2023	py	res.country	base	186	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2024	qa	res.country	base	187	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2025	re	res.country	base	188	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2026	ro	res.country	base	189	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2027	rs	res.country	base	190	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2028	ru	res.country	base	191	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2029	rw	res.country	base	192	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2030	sa	res.country	base	193	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2031	sb	res.country	base	194	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2032	sc	res.country	base	195	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2033	sd	res.country	base	196	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2034	se	res.country	base	197	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2035	sg	res.country	base	198	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2036	sh	res.country	base	199	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2037	si	res.country	base	200	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2038	sj	res.country	base	201	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2039	sk	res.country	base	202	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2040	sl	res.country	base	203	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2041	sm	res.country	base	204	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2042	sn	res.country	base	205	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2043	so	res.country	base	206	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2044	sr	res.country	base	207	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2045	ss	res.country	base	208	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2046	st	res.country	base	209	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2047	sv	res.country	base	210	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2048	sx	res.country	base	211	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2049	sy	res.country	base	212	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2050	sz	res.country	base	213	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2051	tc	res.country	base	214	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2052	td	res.country	base	215	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2053	tf	res.country	base	216	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2054	tg	res.country	base	217	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2055	th	res.country	base	218	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2056	tj	res.country	base	219	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2057	tk	res.country	base	220	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2058	tl	res.country	base	221	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2059	tm	res.country	base	222	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2060	tn	res.country	base	223	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2061	to	res.country	base	224	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2062	tr	res.country	base	225	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2063	tt	res.country	base	226	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2064	tv	res.country	base	227	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2065	tw	res.country	base	228	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2066	tz	res.country	base	229	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2067	ua	res.country	base	230	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2068	ug	res.country	base	231	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2069	um	res.country	base	232	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2070	us	res.country	base	233	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2071	uy	res.country	base	234	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2072	uz	res.country	base	235	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2073	va	res.country	base	236	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2074	vc	res.country	base	237	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2075	ve	res.country	base	238	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2076	vg	res.country	base	239	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2077	vi	res.country	base	240	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2078	vn	res.country	base	241	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2079	vu	res.country	base	242	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2080	wf	res.country	base	243	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2081	ws	res.country	base	244	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2082	xk	res.country	base	245	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2083	ye	res.country	base	246	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2084	yt	res.country	base	247	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2085	za	res.country	base	248	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2086	zm	res.country	base	249	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2087	zw	res.country	base	250	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2088	europe	res.country.group	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2089	south_america	res.country.group	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2090	sepa_zone	res.country.group	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2091	gulf_cooperation_council	res.country.group	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2092	state_us_1	res.country.state	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2093	state_us_2	res.country.state	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2094	state_us_3	res.country.state	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2095	state_us_4	res.country.state	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2096	state_us_5	res.country.state	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2097	state_us_6	res.country.state	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2098	state_us_7	res.country.state	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2099	state_us_8	res.country.state	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2100	state_us_9	res.country.state	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2101	state_us_10	res.country.state	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2102	state_us_11	res.country.state	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2103	state_us_12	res.country.state	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2104	state_us_13	res.country.state	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2105	state_us_14	res.country.state	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2106	state_us_15	res.country.state	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2107	state_us_16	res.country.state	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2108	state_us_17	res.country.state	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2109	state_us_18	res.country.state	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2110	state_us_19	res.country.state	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2111	state_us_20	res.country.state	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2112	state_us_21	res.country.state	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2113	state_us_22	res.country.state	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2114	state_us_23	res.country.state	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2115	state_us_24	res.country.state	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2116	state_us_25	res.country.state	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2117	state_us_26	res.country.state	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2118	state_us_27	res.country.state	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2119	state_us_28	res.country.state	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2120	state_us_29	res.country.state	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2121	state_us_30	res.country.state	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2122	state_us_31	res.country.state	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2123	state_us_32	res.country.state	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2124	state_us_33	res.country.state	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2125	state_us_34	res.country.state	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2126	state_us_35	res.country.state	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2127	state_us_36	res.country.state	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2128	state_us_37	res.country.state	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2129	state_us_38	res.country.state	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2130	state_us_39	res.country.state	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2131	state_us_40	res.country.state	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2132	state_us_41	res.country.state	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2133	state_us_42	res.country.state	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2134	state_us_43	res.country.state	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2135	state_us_44	res.country.state	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2136	state_us_45	res.country.state	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2137	state_us_46	res.country.state	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2138	state_us_47	res.country.state	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2139	state_us_48	res.country.state	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2140	state_us_49	res.country.state	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2141	state_us_50	res.country.state	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2142	state_us_51	res.country.state	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2143	group_no_one	res.groups	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2144	group_multi_company	res.groups	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2145	group_multi_currency	res.groups	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2146	group_sanitize_override	res.groups	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2147	group_allow_export	res.groups	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2148	group_partner_manager	res.groups	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2149	group_private_addresses	res.groups	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2150	group_user	res.groups	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2151	group_portal	res.groups	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2152	group_public	res.groups	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2153	group_erp_manager	res.groups	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2154	group_system	res.groups	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2155	partner_admin	res.partner	base	3	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2156	user_admin	res.users	base	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2157	default_user_res_partner	res.partner	base	4	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2158	default_user	res.users	base	3	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2159	public_partner	res.partner	base	5	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2160	public_user	res.users	base	4	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2161	template_portal_user_id_res_partner	res.partner	base	6	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2162	template_portal_user_id	res.users	base	5	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2163	res_partner_title_madam	res.partner.title	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2164	res_partner_title_miss	res.partner.title	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2165	res_partner_title_mister	res.partner.title	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2166	res_partner_title_doctor	res.partner.title	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2167	res_partner_title_prof	res.partner.title	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2168	res_partner_industry_A	res.partner.industry	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2169	res_partner_industry_B	res.partner.industry	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2170	res_partner_industry_C	res.partner.industry	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2171	res_partner_industry_D	res.partner.industry	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2172	res_partner_industry_E	res.partner.industry	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2173	res_partner_industry_F	res.partner.industry	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2174	res_partner_industry_G	res.partner.industry	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2175	res_partner_industry_H	res.partner.industry	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2176	res_partner_industry_I	res.partner.industry	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2177	res_partner_industry_J	res.partner.industry	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2178	res_partner_industry_K	res.partner.industry	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2179	res_partner_industry_L	res.partner.industry	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2180	res_partner_industry_M	res.partner.industry	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2181	res_partner_industry_N	res.partner.industry	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2182	res_partner_industry_O	res.partner.industry	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2183	res_partner_industry_P	res.partner.industry	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2184	res_partner_industry_Q	res.partner.industry	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2185	res_partner_industry_R	res.partner.industry	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2186	res_partner_industry_S	res.partner.industry	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2187	res_partner_industry_T	res.partner.industry	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2188	res_partner_industry_U	res.partner.industry	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2189	paperformat_euro	report.paperformat	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2190	paperformat_us	report.paperformat	base	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2191	access_ir_sequence_user	ir.model.access	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2192	access_ir_sequence_admin	ir.model.access	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2193	access_ir_sequence_date_range_user	ir.model.access	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2194	access_ir_sequence_date_range_admin	ir.model.access	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2195	access_decimal_precision_user	ir.model.access	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2196	access_decimal_precision_admin	ir.model.access	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2197	access_report_paperformat_user	ir.model.access	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2198	access_report_paperformat_admin	ir.model.access	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2199	access_report_layout_user	ir.model.access	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2200	access_report_layout_admin	ir.model.access	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2201	access_ir_model_user	ir.model.access	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2202	access_ir_model_admin	ir.model.access	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2203	access_ir_model_fields_user	ir.model.access	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2204	access_ir_model_fields_admin	ir.model.access	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2205	access_ir_model_fields_selection_user	ir.model.access	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2206	access_ir_model_fields_selection_admin	ir.model.access	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2207	access_ir_model_constraint_user	ir.model.access	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2208	access_ir_model_constraint_admin	ir.model.access	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2209	access_ir_model_relation_user	ir.model.access	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2210	access_ir_model_relation_admin	ir.model.access	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2211	access_ir_model_data_user	ir.model.access	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2212	access_ir_model_data_admin	ir.model.access	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2213	access_ir_module_category_user	ir.model.access	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2214	access_ir_module_category_admin	ir.model.access	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2215	access_ir_module_module_user	ir.model.access	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2216	access_ir_module_module_admin	ir.model.access	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2217	access_ir_module_module_dependency_user	ir.model.access	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2218	access_ir_module_module_dependency_admin	ir.model.access	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2219	access_ir_module_module_exclusion_user	ir.model.access	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2220	access_ir_module_module_exclusion_admin	ir.model.access	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2221	access_ir_ui_menu_admin	ir.model.access	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2222	access_res_currency_user	ir.model.access	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2223	access_res_currency_admin	ir.model.access	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2224	access_res_currency_rate_user	ir.model.access	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2225	access_res_currency_rate_admin	ir.model.access	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2226	access_res_lang_user	ir.model.access	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2227	access_res_lang_admin	ir.model.access	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2228	access_res_country_user	ir.model.access	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2229	access_res_country_admin	ir.model.access	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2230	access_res_country_state_user	ir.model.access	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2231	access_res_country_state_admin	ir.model.access	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2232	access_res_country_group_user	ir.model.access	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2233	access_res_country_group_admin	ir.model.access	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2234	access_res_country_portal	ir.model.access	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2235	access_res_country_public	ir.model.access	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2236	access_res_country_state_portal	ir.model.access	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2237	access_res_country_state_public	ir.model.access	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2238	access_res_country_group_portal	ir.model.access	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2239	access_res_country_group_public	ir.model.access	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2240	access_res_currency_portal	ir.model.access	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2241	access_res_currency_public	ir.model.access	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2242	access_res_lang_portal	ir.model.access	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2243	access_res_lang_public	ir.model.access	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2244	access_res_currency_rate_portal	ir.model.access	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2245	access_res_currency_rate_public	ir.model.access	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2246	access_res_partner_title_portal	ir.model.access	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2247	access_res_partner_title_public	ir.model.access	base	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2248	access_res_partner_industry_portal	ir.model.access	base	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2249	access_res_partner_industry_public	ir.model.access	base	59	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2250	access_ir_model_data_portal	ir.model.access	base	60	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2251	access_ir_model_data_public	ir.model.access	base	61	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2252	access_decimal_precision_portal	ir.model.access	base	62	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2253	access_decimal_precision_public	ir.model.access	base	63	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2254	access_report_paperformat_portal	ir.model.access	base	64	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2255	access_report_paperformat_public	ir.model.access	base	65	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2256	access_res_partner_title_user	ir.model.access	base	66	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2257	access_res_partner_title_partner_manager	ir.model.access	base	67	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2258	access_res_partner_title_erp	ir.model.access	base	68	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2259	access_res_partner_industry_user	ir.model.access	base	69	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2260	access_res_partner_industry_partner_manager	ir.model.access	base	70	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2261	access_res_partner_industry_erp	ir.model.access	base	71	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2262	access_res_bank_user	ir.model.access	base	72	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2263	access_res_bank_partner_manager	ir.model.access	base	73	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2264	access_res_bank_erp	ir.model.access	base	74	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2265	access_res_partner_category_user	ir.model.access	base	75	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2266	access_res_partner_category_partner_manager	ir.model.access	base	76	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2267	access_res_partner_category_erp	ir.model.access	base	77	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2268	access_ir_exports_user	ir.model.access	base	78	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2269	access_ir_exports_line_user	ir.model.access	base	79	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2270	access_ir_ui_menu_all	ir.model.access	base	80	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2271	access_ir_ui_menu_portal	ir.model.access	base	81	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2272	access_ir_ui_menu_public	ir.model.access	base	82	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2273	access_res_partner_public	ir.model.access	base	83	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2274	access_res_partner_portal	ir.model.access	base	84	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2275	access_res_partner_user	ir.model.access	base	85	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2276	access_res_partner_partner_manager	ir.model.access	base	86	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2277	access_res_partner_erp	ir.model.access	base	87	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2278	access_res_partner_bank_user	ir.model.access	base	88	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2279	access_res_partner_bank_pm	ir.model.access	base	89	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2280	access_res_company_user	ir.model.access	base	90	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2281	access_res_company_portal	ir.model.access	base	91	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2282	access_res_company_public	ir.model.access	base	92	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2283	access_res_company_erp	ir.model.access	base	93	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2284	access_res_groups_user	ir.model.access	base	94	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2285	access_res_groups_erp	ir.model.access	base	95	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2286	access_res_users_user	ir.model.access	base	96	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2287	access_res_users_portal	ir.model.access	base	97	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2288	access_res_users_public	ir.model.access	base	98	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2289	access_res_users_erp	ir.model.access	base	99	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2290	access_res_users_log_user	ir.model.access	base	100	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2291	access_res_users_log_portal	ir.model.access	base	101	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2292	access_res_users_settings_user	ir.model.access	base	102	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2293	access_res_users_apikeys_user	ir.model.access	base	103	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2294	access_res_users_apikeys_portal	ir.model.access	base	104	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2295	access_ir_model_access_user	ir.model.access	base	105	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2296	access_ir_model_access_erp	ir.model.access	base	106	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2297	access_ir_rule_user	ir.model.access	base	107	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2298	access_ir_rule_erp	ir.model.access	base	108	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2299	access_ir_attachment_user	ir.model.access	base	109	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2300	access_ir_attachment_portal	ir.model.access	base	110	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2301	access_ir_attachment_public	ir.model.access	base	111	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2302	access_ir_default_user	ir.model.access	base	112	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2303	access_ir_filters_user	ir.model.access	base	113	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2304	access_ir_config_parameter_system	ir.model.access	base	114	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2305	access_ir_logging_system	ir.model.access	base	115	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2306	access_ir_logging_erp	ir.model.access	base	116	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2307	access_ir_cron_system	ir.model.access	base	117	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2308	access_ir_cron_trigger_system	ir.model.access	base	118	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2309	access_ir_cron_progress_system	ir.model.access	base	119	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2310	access_ir_mail_server_system	ir.model.access	base	120	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2311	access_ir_asset_system	ir.model.access	base	121	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2312	access_ir_actions_actions_all	ir.model.access	base	122	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2313	access_ir_actions_actions_system	ir.model.access	base	123	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2314	access_ir_actions_act_window_all	ir.model.access	base	124	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2315	access_ir_actions_act_window_system	ir.model.access	base	125	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2316	access_ir_actions_act_window_view_all	ir.model.access	base	126	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2317	access_ir_actions_act_window_view_system	ir.model.access	base	127	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2318	access_ir_actions_act_window_close_all	ir.model.access	base	128	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2319	access_ir_actions_act_window_close_system	ir.model.access	base	129	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2320	access_ir_actions_act_url_all	ir.model.access	base	130	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2321	access_ir_actions_act_url_system	ir.model.access	base	131	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2322	access_ir_actions_client_all	ir.model.access	base	132	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2323	access_ir_actions_client_system	ir.model.access	base	133	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2324	access_ir_actions_report_all	ir.model.access	base	134	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2325	access_ir_actions_report_system	ir.model.access	base	135	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2326	access_ir_actions_server_all	ir.model.access	base	136	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2327	access_ir_actions_server_system	ir.model.access	base	137	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2328	access_ir_actions_todo_all	ir.model.access	base	138	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2329	access_ir_actions_todo_system	ir.model.access	base	139	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2330	access_ir_actions_act_window_portal	ir.model.access	base	140	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2331	access_ir_actions_act_window_public	ir.model.access	base	141	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2332	access_ir_actions_act_url_portal	ir.model.access	base	142	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2333	access_ir_actions_act_url_public	ir.model.access	base	143	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2334	access_ir_actions_client_portal	ir.model.access	base	144	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2335	access_ir_actions_client_public	ir.model.access	base	145	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2336	access_ir_actions_report_portal	ir.model.access	base	146	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2337	access_ir_actions_report_public	ir.model.access	base	147	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2338	access_ir_ui_view_user	ir.model.access	base	148	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2339	access_ir_ui_view_system	ir.model.access	base	149	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2340	access_res_config	ir.model.access	base	150	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2341	access_res_config_installer	ir.model.access	base	151	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2342	access_res_config_settings	ir.model.access	base	152	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2343	access_base_language_install	ir.model.access	base	153	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2344	access_change_password_wizard	ir.model.access	base	154	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2345	access_change_password_user	ir.model.access	base	155	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2346	access_change_password_own	ir.model.access	base	156	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2347	access_change_password_own_portal	ir.model.access	base	157	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2348	access_res_users_apikeys_description	ir.model.access	base	158	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2349	access_res_users_apikeys_show	ir.model.access	base	159	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2350	access_workflow_history	ir.model.access	base	160	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2351	access_workflow_step_mode	ir.model.access	base	161	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2352	access_base_module_uninstall	ir.model.access	base	162	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2353	res_users_log_rule	ir.rule	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2354	res_partner_rule	ir.rule	base	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2355	res_partner_portal_public_rule	ir.rule	base	3	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2356	ir_default_user_rule	ir.rule	base	4	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2357	ir_default_system_rule	ir.rule	base	5	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2358	ir_filters_employee_rule	ir.rule	base	6	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2359	ir_filters_delete_own_rule	ir.rule	base	7	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2360	ir_filters_admin_all_rights_rule	ir.rule	base	8	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2361	res_company_rule_portal	ir.rule	base	9	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2362	res_company_rule_employee	ir.rule	base	10	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2363	res_company_rule_public	ir.rule	base	11	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2364	res_company_rule_erp_manager	ir.rule	base	12	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2365	res_currency_rate_rule	ir.rule	base	13	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2366	res_partner_bank_rule	ir.rule	base	14	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2367	ir_sequence_rule	ir.rule	base	15	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2368	api_key_public	ir.rule	base	16	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2369	api_key_system	ir.rule	base	17	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2370	res_users_settings_rule_user	ir.rule	base	18	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2371	res_users_settings_rule_admin	ir.rule	base	19	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2372	res_users_rule	ir.rule	base	20	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2373	autovacuum_job_ir_actions_server	ir.actions.server	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2374	autovacuum_job	ir.cron	base	1	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2375	menu_management	ir.ui.menu	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2376	menu_administration	ir.ui.menu	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2377	menu_users	ir.ui.menu	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2378	menu_translation	ir.ui.menu	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2379	menu_config	ir.ui.menu	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2380	menu_localisation	ir.ui.menu	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2381	menu_custom	ir.ui.menu	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2382	next_id_2	ir.ui.menu	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2383	menu_email	ir.ui.menu	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2384	next_id_6	ir.ui.menu	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2385	reporting_menuitem	ir.ui.menu	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2386	next_id_4	ir.ui.menu	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2387	menu_automation	ir.ui.menu	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2388	next_id_9	ir.ui.menu	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2389	menu_security	ir.ui.menu	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2390	menu_ir_property	ir.ui.menu	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2391	next_id_5	ir.ui.menu	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2392	menu_board_root	ir.ui.menu	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2393	menu_tests	ir.ui.menu	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2394	change_password_wizard_view	ir.ui.view	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2395	change_password_wizard_action	ir.actions.act_window	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2396	change_password_own_form	ir.ui.view	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2397	form_res_users_key_description	ir.ui.view	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2398	form_res_users_key_show	ir.ui.view	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2399	view_base_language_install	ir.ui.view	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2400	action_view_base_language_install	ir.actions.act_window	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2401	menu_view_base_language_install	ir.ui.menu	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2402	view_base_module_uninstall	ir.ui.view	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2403	view_partner_title_tree	ir.ui.view	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2404	action_partner_title_contact	ir.actions.act_window	base	4	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2405	res_partner_industry_view_tree	ir.ui.view	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2406	res_partner_industry_action	ir.actions.act_window	base	5	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2407	view_partner_category_form	ir.ui.view	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2408	view_partner_category_list	ir.ui.view	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2409	res_partner_category_view_search	ir.ui.view	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2410	action_partner_category_form	ir.actions.act_window	base	6	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2411	view_partner_tree	ir.ui.view	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2412	view_partner_simple_form	ir.ui.view	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2413	view_partner_address_form	ir.ui.view	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2414	view_partner_form	ir.ui.view	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2415	view_partner_short_form	ir.ui.view	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2416	view_res_partner_filter	ir.ui.view	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2417	res_partner_kanban_view	ir.ui.view	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2418	action_partner_form	ir.actions.act_window	base	7	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2419	action_partner_customer_form	ir.actions.act_window	base	8	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2420	action_partner_supplier_form	ir.actions.act_window	base	9	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2421	action_partner_other_form	ir.actions.act_window	base	10	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2422	view_company_form	ir.ui.view	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2423	view_company_tree	ir.ui.view	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2424	action_res_company_form	ir.actions.act_window	base	11	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2425	menu_action_res_company_form	ir.ui.menu	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2426	view_groups_search	ir.ui.view	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2427	view_groups_tree	ir.ui.view	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2428	view_groups_form	ir.ui.view	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2429	action_res_groups	ir.actions.act_window	base	12	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2430	menu_action_res_groups	ir.ui.menu	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2431	view_users_simple_form	ir.ui.view	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2432	view_users_form	ir.ui.view	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2433	user_groups_view	ir.ui.view	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2434	view_users_tree	ir.ui.view	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2435	view_users_search	ir.ui.view	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2436	action_res_users	ir.actions.act_window	base	13	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2437	action_res_users_view1	ir.actions.act_window.view	base	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2438	action_res_users_view2	ir.actions.act_window.view	base	2	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2439	menu_action_res_users	ir.ui.menu	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2440	view_users_form_simple_modif	ir.ui.view	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2441	action_res_users_my	ir.actions.act_window	base	14	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2442	action_res_users_my_view1	ir.actions.act_window.view	base	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2443	view_country_tree	ir.ui.view	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2444	view_country_form	ir.ui.view	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2445	view_country_search	ir.ui.view	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2446	action_country	ir.actions.act_window	base	15	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2447	menu_country_partner	ir.ui.menu	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2448	view_country_group_tree	ir.ui.view	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2449	view_country_group_form	ir.ui.view	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2450	action_country_group	ir.actions.act_window	base	16	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2451	menu_country_group	ir.ui.menu	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2452	view_country_state_tree	ir.ui.view	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2453	view_country_state_form	ir.ui.view	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2454	view_country_state_search	ir.ui.view	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2455	action_country_state	ir.actions.act_window	base	17	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2456	menu_country_state_partner	ir.ui.menu	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2457	view_currency_search	ir.ui.view	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2458	view_currency_tree	ir.ui.view	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2459	view_currency_form	ir.ui.view	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2460	action_currency_form	ir.actions.act_window	base	18	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2461	menu_action_currency_form	ir.ui.menu	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2462	view_currency_rate_tree	ir.ui.view	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2463	view_currency_rate_form	ir.ui.view	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2464	view_currency_rate_search	ir.ui.view	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2465	act_view_currency_rates	ir.actions.act_window	base	19	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2466	res_lang_tree	ir.ui.view	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2467	res_lang_form	ir.ui.view	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2468	res_lang_search	ir.ui.view	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2469	res_lang_act_window	ir.actions.act_window	base	20	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2470	menu_res_lang_act_window	ir.ui.menu	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2471	menu_res_lang_localisation	ir.ui.menu	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2472	view_res_bank_form	ir.ui.view	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2473	view_res_bank_tree	ir.ui.view	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2474	res_bank_view_search	ir.ui.view	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2475	action_res_bank_form	ir.actions.act_window	base	21	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2476	menu_action_res_bank_form	ir.ui.menu	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2477	view_partner_bank_form	ir.ui.view	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2478	view_partner_bank_tree	ir.ui.view	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2479	view_partner_bank_search	ir.ui.view	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2480	action_res_partner_bank_account_form	ir.actions.act_window	base	22	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2481	menu_action_res_partner_bank_form	ir.ui.menu	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2482	res_config_view_base	ir.ui.view	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2483	res_config_settings_view_form	ir.ui.view	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2484	res_config_setting_act_window	ir.actions.act_window	base	23	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2485	ir_actions_todo_tree	ir.ui.view	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2486	act_ir_actions_todo_form	ir.actions.act_window	base	24	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2487	menu_ir_actions_todo_form	ir.ui.menu	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2488	sequence_view	ir.ui.view	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2489	sequence_view_tree	ir.ui.view	base	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2490	view_sequence_search	ir.ui.view	base	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2491	ir_sequence_form	ir.actions.act_window	base	25	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2492	menu_ir_sequence_form	ir.ui.menu	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2493	view_ir_config_search	ir.ui.view	base	59	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2494	view_ir_config_list	ir.ui.view	base	60	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2495	view_ir_config_form	ir.ui.view	base	61	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2496	ir_config_list_action	ir.actions.act_window	base	26	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2497	ir_config_menu	ir.ui.menu	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2498	ir_cron_view_form	ir.ui.view	base	62	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2499	ir_cron_view_tree	ir.ui.view	base	63	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2500	ir_cron_view_search	ir.ui.view	base	64	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2501	ir_cron_act	ir.actions.act_window	base	27	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2502	menu_ir_cron_act	ir.ui.menu	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2503	action_view_tree	ir.ui.view	base	65	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2504	action_view_search	ir.ui.view	base	66	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2505	ir_sequence_actions	ir.actions.act_window	base	28	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2506	menu_ir_sequence_actions	ir.ui.menu	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2507	view_window_action_tree	ir.ui.view	base	67	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2508	view_window_action_form	ir.ui.view	base	68	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2509	view_window_action_search	ir.ui.view	base	69	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2510	ir_action_window	ir.actions.act_window	base	29	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2511	menu_ir_action_window	ir.ui.menu	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2512	act_report_xml_view_tree	ir.ui.view	base	70	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2513	act_report_xml_view	ir.ui.view	base	71	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2514	act_report_xml_search_view	ir.ui.view	base	72	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2515	ir_action_report	ir.actions.act_window	base	30	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2516	menu_ir_action_report	ir.ui.menu	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2517	view_server_action_tree	ir.ui.view	base	73	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2518	view_server_action_form	ir.ui.view	base	74	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2519	view_server_action_search	ir.ui.view	base	75	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2520	action_server_action	ir.actions.act_window	base	31	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2521	menu_server_action	ir.ui.menu	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2522	view_url_action_tree	ir.ui.view	base	76	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2523	view_client_action_tree	ir.ui.view	base	77	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2524	view_attachment_form	ir.ui.view	base	78	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2525	view_attachment_tree	ir.ui.view	base	79	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2526	view_attachment_search	ir.ui.view	base	80	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2527	action_attachment	ir.actions.act_window	base	32	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2528	menu_action_attachment	ir.ui.menu	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2529	view_rule_form	ir.ui.view	base	81	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2530	view_rule_tree	ir.ui.view	base	82	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2531	view_rule_search	ir.ui.view	base	83	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2532	action_rule	ir.actions.act_window	base	33	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2533	menu_action_rule	ir.ui.menu	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2534	view_decimal_precision_tree	ir.ui.view	base	84	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2535	view_decimal_precision_form	ir.ui.view	base	85	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2536	action_decimal_precision_form	ir.actions.act_window	base	34	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2537	menu_decimal_precision_form	ir.ui.menu	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2538	ir_default_tree_view	ir.ui.view	base	86	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2539	ir_default_form_view	ir.ui.view	base	87	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2540	ir_default_search_view	ir.ui.view	base	88	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2541	ir_default_menu_action	ir.actions.act_window	base	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2542	ir_default_menu	ir.ui.menu	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2543	ir_filters_view_tree	ir.ui.view	base	89	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2544	ir_filters_view_form	ir.ui.view	base	90	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2545	ir_filters_view_search	ir.ui.view	base	91	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2546	actions_ir_filters_view	ir.actions.act_window	base	36	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2547	menu_ir_filters	ir.ui.menu	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2548	paperformat_view_tree	ir.ui.view	base	92	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2549	paperformat_view_form	ir.ui.view	base	93	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2550	paper_format_action	ir.actions.act_window	base	37	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2551	paper_format_menuitem	ir.ui.menu	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2552	ir_mail_server_list	ir.ui.view	base	94	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2553	ir_mail_server_form	ir.ui.view	base	95	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2554	view_ir_mail_server_search	ir.ui.view	base	96	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2555	action_ir_mail_server_list	ir.actions.act_window	base	38	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2556	menu_mail_servers	ir.ui.menu	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2557	ir_logging_tree_view	ir.ui.view	base	97	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2558	ir_logging_form_view	ir.ui.view	base	98	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2559	ir_logging_search_view	ir.ui.view	base	99	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2560	ir_logging_all_act	ir.actions.act_window	base	39	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2561	ir_logging_all_menu	ir.ui.menu	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2562	ir_exports_tree	ir.ui.view	base	100	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2563	res_users_apikeys_view_tree	ir.ui.view	base	101	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2564	action_apikeys_admin	ir.actions.act_window	base	40	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2565	menu_apikeys_admin	ir.ui.menu	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2566	view_model_form	ir.ui.view	base	102	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2567	view_model_tree	ir.ui.view	base	103	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2568	view_model_search	ir.ui.view	base	104	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2569	action_model_model	ir.actions.act_window	base	41	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2570	ir_model_model_menu	ir.ui.menu	base	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2571	view_model_fields_tree	ir.ui.view	base	105	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2572	view_model_fields_form	ir.ui.view	base	106	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2573	view_model_fields_search	ir.ui.view	base	107	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2574	action_model_fields	ir.actions.act_window	base	42	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2575	ir_model_model_fields	ir.ui.menu	base	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2576	ir_access_view_tree	ir.ui.view	base	108	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2577	ir_access_view_form	ir.ui.view	base	109	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2578	ir_access_view_search	ir.ui.view	base	110	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2579	ir_access_act	ir.actions.act_window	base	43	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2580	menu_ir_access_act	ir.ui.menu	base	51	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2581	view_model_data_list	ir.ui.view	base	111	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2582	view_model_data_form	ir.ui.view	base	112	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2583	view_model_data_search	ir.ui.view	base	113	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2584	action_model_data	ir.actions.act_window	base	44	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2585	ir_model_data_menu	ir.ui.menu	base	52	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2586	module_form	ir.ui.view	base	114	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2587	module_tree	ir.ui.view	base	115	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2588	module_view_kanban	ir.ui.view	base	116	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2589	view_module_filter	ir.ui.view	base	117	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2590	open_module_tree	ir.actions.act_window	base	45	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2591	menu_module_tree	ir.ui.menu	base	53	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2592	action_view_base_module_update	ir.actions.server	base	46	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2593	menu_view_base_module_update	ir.ui.menu	base	54	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2594	edit_menu	ir.ui.view	base	118	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2595	edit_menu_access	ir.ui.view	base	119	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2596	edit_menu_access_search	ir.ui.view	base	120	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2597	grant_menu_access	ir.actions.act_window	base	47	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2598	menu_grant_menu_access	ir.ui.menu	base	55	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2599	view_view_tree	ir.ui.view	base	121	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2600	view_view_form	ir.ui.view	base	122	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2601	view_view_search	ir.ui.view	base	123	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2602	action_ui_view	ir.actions.act_window	base	48	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2603	menu_action_ui_view	ir.ui.menu	base	56	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2604	model_shop_item	ir.model	upgrade_shop	108	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2614	model_web_explanation_mixin	ir.model	web	109	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2617	model_ir_actions_act_window	ir.model	web	95	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2618	model_ir_filters	ir.model	web	75	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2619	model_ir_http	ir.model	web	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2620	model_ir_ui_view	ir.model	web	90	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2621	model_web_list_preference	ir.model	web	105	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2632	model_base_import_import	ir.model	base_import	106	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2645	model_base_import_mapping	ir.model	base_import	104	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2655	model_base_import_history	ir.model	base_import	107	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2673	model_ir_http	ir.model	base_import	35	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2674	access_item	ir.model.access	upgrade_shop	163	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2675	item_shipped	shop.item	upgrade_shop	1	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2676	item_kept	shop.item	upgrade_shop	2	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2677	item_gone	shop.item	upgrade_shop	3	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2678	access_web_list_preference_system	ir.model.access	web	164	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2679	report_layout	ir.ui.view	web	124	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2680	html_container	ir.ui.view	web	125	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2681	address_layout	ir.ui.view	web	126	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2682	external_layout	ir.ui.view	web	127	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2683	external_layout_standard	ir.ui.view	web	128	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2684	internal_layout	ir.ui.view	web	129	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2685	basic_layout	ir.ui.view	web	130	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2686	action_workflows	ir.actions.act_url	web	49	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2687	menu_workflows	ir.ui.menu	web	57	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2688	access_base_import_import	ir.model.access	base_import	165	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2689	access_base_import_mapping	ir.model.access	base_import	166	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2690	access_base_import_history	ir.model.access	base_import	167	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2691	base_import_import_own	ir.rule	base_import	21	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2692	base_import_history_own	ir.rule	base_import	22	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2693	base_import_history_all	ir.rule	base_import	23	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2694	upload	ir.ui.view	base_import	131	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2695	page	ir.ui.view	base_import	132	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2696	view_base_import_history_list	ir.ui.view	base_import	133	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2697	view_base_import_history_form	ir.ui.view	base_import	134	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2698	view_base_import_history_search	ir.ui.view	base_import	135	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2699	action_base_import_history	ir.actions.act_window	base_import	50	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
2700	menu_base_import_history	ir.ui.menu	base_import	58	f	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
\.
COPY "ir_model_fields" ("id", "name", "complete_name", "model", "relation", "relation_field", "relation_field_id", "model_id", "field_description", "help", "ttype", "copied", "related", "related_field_id", "required", "readonly", "index", "translate", "company_dependent", "size", "state", "on_delete", "domain", "group_expand", "selectable", "relation_table", "column1", "column2", "compute", "depends", "store", "currency_field", "sanitize", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1013	lang	res.partner.lang	res.partner	\N	\N	\N	63	{"en_US": "Language"}	{"en_US": "Documents and messages to this contact are written in this language."}	selection	t	\N	\N	f	f	f	f	f	\N	base	\N	[]	f	t	\N	\N	\N	\N	\N	t	\N	t	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:30.101549
1335	x_nick	res.partner.x_nick	res.partner	\N	\N	\N	63	{"en_US": "Nick"}	\N	char	f	\N	\N	f	f	f	f	f	0	manual	set null	[]	f	t	\N	\N	\N	\N	\N	t	\N	t	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994
\.
COPY "ir_module_category" ("id", "name", "parent_id", "description", "sequence", "visible", "exclusive", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Accounting"}	\N	{"en_US": "Roles for invoices, payments and the ledger"}	15	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "Invoicing"}	1	\N	4	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Localization"}	1	\N	65	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Account Charts"}	3	\N	1	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "Technical"}	\N	\N	60	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	{"en_US": "Tests"}	5	\N	0	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	{"en_US": "Tools"}	5	\N	0	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	{"en_US": "Inventory"}	\N	\N	20	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	{"en_US": "Inventory"}	8	{"en_US": "Helps you manage your stock and main stock operations."}	1	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	{"en_US": "Productivity"}	\N	\N	50	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	{"en_US": "Contacts"}	10	\N	0	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	{"en_US": "Discuss"}	10	\N	0	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	{"en_US": "Sales"}	\N	\N	5	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	{"en_US": "Delivery"}	13	\N	3	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	{"en_US": "Sales"}	13	{"en_US": "Helps you handle your quotations, sale orders and invoicing."}	1	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	{"en_US": "Uncategorized"}	\N	\N	0	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	{"en_US": "Point of Sale"}	13	{"en_US": "Helps you get the most out of your points of sale."}	2	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	{"en_US": "Delivery"}	8	\N	2	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	{"en_US": "Purchase"}	8	{"en_US": "Helps you manage your purchase-related processes."}	3	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	{"en_US": "Manufacturing"}	\N	\N	25	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	{"en_US": "Manufacturing"}	20	\N	1	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	{"en_US": "Human Resources"}	\N	\N	45	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	{"en_US": "Marketing"}	\N	\N	40	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	{"en_US": "Website"}	\N	\N	35	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	{"en_US": "Website"}	24	\N	1	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	{"en_US": "Services"}	\N	\N	10	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	{"en_US": "Customizations"}	\N	\N	55	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	{"en_US": "Administration"}	\N	\N	100	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	{"en_US": "Administration"}	28	\N	1	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	{"en_US": "Usability"}	\N	\N	99	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	{"en_US": "User types"}	\N	{"en_US": "Helps you manage users."}	0	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	{"en_US": "Extra Rights"}	\N	\N	101	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	{"en_US": "Theme"}	\N	\N	102	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	{"en_US": "Tools"}	\N	\N	103	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_module_module" ("id", "name", "category_id", "shortdesc", "summary", "description", "author", "maintainer", "contributors", "website", "latest_version", "published_version", "url", "sequence", "auto_install", "state", "demo", "license", "application", "icon", "to_buy", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	account	2	{"en_US": "Invoicing"}	{"en_US": "Invoices, credit notes, payments, taxes, journals and ledger"}	\N		\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	t	/account/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	base	5	{"en_US": "Base"}	{"en_US": "Companies, users, groups, contacts, countries, currencies, languages and the system's own records"}	\N	The Sen project	\N		\N	18.0.1.0	\N	\N	100	f	installed	f	LGPL-3	f	/base/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	base_import	7	{"en_US": "Import"}	{"en_US": "Import CSV and XLSX files in the browser: map columns, preview, errors at row and column, undo"}	\N		\N		\N	18.0.1.0.0	\N	\N	100	t	installed	f	LGPL-3	f	/base_import/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	base_setup	5	{"en_US": "Initial Setup Tools"}	{"en_US": "General settings: companies, users, languages"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/base_setup/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	bus	5	{"en_US": "IM Bus"}	{"en_US": "Notifications for open pages, by channel"}	\N	The Sen project	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/bus/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	contacts	11	{"en_US": "Contacts"}	{"en_US": "The address book as an application of its own"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	t	/contacts/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	delivery	14	{"en_US": "Delivery Costs"}	{"en_US": "Delivery methods, what they cost, and to whom they apply"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/delivery/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	demo_company	6	{"en_US": "Demonstration company (Vietnam)"}	{"en_US": "A trading company in Ho Chi Minh City: customers, products, stock, users and orders in every state"}	{"en_US": "Comes with demonstration data, when the company is in Vietnam; `make run` installs it. See docs/implementer/demo-company.md."}		\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/demo_company/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	l10n_vn	4	{"en_US": "Vietnam - Accounting"}	{"en_US": "Chart of accounts of Circular 99/2025, VAT, provinces, tax codes, amounts in words"}	\N		\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/l10n_vn/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	l10n_vn_stock	3	{"en_US": "Vietnam - Stock forms"}	{"en_US": "Goods receipt 01-VT and goods issue 02-VT with the columns of Circular 99/2025"}	\N	The Sen project	\N		\N	\N	\N	\N	100	t	uninstalled	f	LGPL-3	f	/l10n_vn_stock/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	l10n_vn_stock_account	5	{"en_US": "Vietnam - Stock Valuation"}	{"en_US": "Accounts of Circular 99/2025/TT-BTC for goods in stock, on the way, delivered, missing and found"}	\N	Sen	\N		\N	\N	\N	\N	100	t	uninstalled	f	LGPL-3	f	/l10n_vn_stock_account/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	mail	12	{"en_US": "Discuss"}	{"en_US": "Messages, followers, tracked changes and activities on records"}	\N	The Sen project	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/mail/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	portal	5	{"en_US": "Customer Portal"}	{"en_US": "Pages on which customers see and accept their own documents"}	\N	The Sen project	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/portal/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	product	15	{"en_US": "Products & Pricelists"}	{"en_US": "Products with variants, vendors, packagings and price lists"}	\N		\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/product/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	sale	15	{"en_US": "Sales"}	{"en_US": "From quotation to invoice"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	t	/sale/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	sale_management	15	{"en_US": "Quotation Templates"}	{"en_US": "Quotation templates and optional products"}	\N	The Sen project	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	t	/sale_management/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	sale_policy_manual	15	{"en_US": "Shipping policy: ship now, invoice by hand"}	{"en_US": "Deliver on confirmation; the final invoice is created by hand"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/sale_policy_manual/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	sale_policy_picking	15	{"en_US": "Shipping policy: invoice each picking"}	{"en_US": "Deliver on confirmation; invoice delivery by delivery"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/sale_policy_picking/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	sale_policy_postpaid	15	{"en_US": "Shipping policy: invoice after delivery"}	{"en_US": "Deliver on confirmation; invoice once everything is delivered"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/sale_policy_postpaid/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	sale_policy_prepaid	15	{"en_US": "Shipping policy: payment before delivery"}	{"en_US": "Invoice on confirmation; deliver when it is paid"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/sale_policy_prepaid/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	sale_stock	5	{"en_US": "Sales and Warehouse Management"}	{"en_US": "Deliver what was ordered, and know what was delivered"}	\N	Sen	\N		\N	\N	\N	\N	100	t	uninstalled	f	LGPL-3	f	/sale_stock/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	sales_team	15	{"en_US": "Sales Teams"}	{"en_US": "Teams, their members, and the roles of salespeople"}	\N	The Sen project	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/sales_team/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	stock	9	{"en_US": "Inventory"}	{"en_US": "Warehouses, transfers, reservation, lots and stock counts"}	\N	Sen	\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	t	/stock/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	stock_account	5	{"en_US": "WMS Accounting"}	{"en_US": "What the stock is worth: standard price, average cost, first in first out; entries when goods move"}	\N	Sen	\N		\N	\N	\N	\N	100	t	uninstalled	f	LGPL-3	f	/stock_account/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	stock_delivery	14	{"en_US": "Delivery - Stock"}	{"en_US": "Deliveries know their method, weight and tracking number; real costs come back to the order"}	\N	Sen	\N		\N	\N	\N	\N	100	t	uninstalled	f	LGPL-3	f	/stock_delivery/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	uom	15	{"en_US": "Units of Measure"}	{"en_US": "Units, their categories and the conversion between them"}	\N		\N		\N	\N	\N	\N	100	f	uninstalled	f	LGPL-3	f	/uom/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	upgrade_shop	16	{"en_US": "Shop of the upgrade tests"}	\N	\N		\N		\N	18.0.1.0.0	\N	\N	100	f	installed	f	LGPL-3	f	/upgrade_shop/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	web	5	{"en_US": "Web"}	{"en_US": "The pages of the web client: sign-in, menus, lists, forms, search, dialogs"}	\N	The Sen project	\N		\N	18.0.1.0	\N	\N	100	t	installed	f	LGPL-3	f	/web/static/description/icon.png	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_module_module_dependency" ("id", "name", "module_id", "auto_install_required", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	base	1	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	mail	1	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	product	1	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	portal	1	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	web	1	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	web	3	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	base	4	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	web	4	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	base	5	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	web	5	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	base	6	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	mail	6	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	sale	7	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	contacts	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	l10n_vn	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	sale_stock	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	sale_policy_manual	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	sale_policy_picking	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	sale_policy_postpaid	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	sale_policy_prepaid	8	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	account	9	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	l10n_vn	10	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	stock	10	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	l10n_vn	11	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	stock_account	11	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	base	12	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	base_setup	12	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	bus	12	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	web	13	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	mail	13	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	base	14	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	mail	14	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	uom	14	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	sales_team	15	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	account	15	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	portal	15	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	sale	16	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	sale_stock	17	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	sale_stock	18	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	sale_stock	19	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	sale_stock	20	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	sale	21	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	stock_account	21	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	base	22	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	mail	22	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	product	23	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	mail	23	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	stock	24	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	account	24	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	delivery	25	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	sale_stock	25	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	base	26	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	base	27	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	base	28	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "ir_rule" ("id", "name", "active", "model_id", "domain_force", "perm_read", "perm_write", "perm_create", "perm_unlink", "global", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	res.users.log per user	t	57	[('create_uid', '=', user.id)]	f	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	res.partner company	t	63	['|', '|', ('partner_share', '=', False), ('company_id', 'parent_of', company_ids), ('company_id', '=', False)]	t	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	res_partner: portal/public: read access on my commercial partner	t	63	[('id', 'child_of', user.commercial_partner_id.id)]	t	f	f	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	Defaults: alter personal defaults	t	33	[('user_id', '=', user.id)]	f	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	Defaults: alter all defaults	t	33	[(1, '=', 1)]	f	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	ir.filters.own	t	75	[('user_id', 'in', [False, user.id])]	t	t	t	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	ir.filters.own.rule.delete	t	75	[('user_id', '=', user.id)]	f	f	f	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	ir.filters.admin.all.rights	t	75	[(1, '=', 1)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	company rule portal	t	11	[('id', 'in', company_ids)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	company rule employee	t	11	[('id', 'in', company_ids)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	company rule public	t	11	[('id', 'in', company_ids)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	company rule erp manager	t	11	[(1, '=', 1)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	multi-company currency rate rule	t	100	[('company_id', 'in', company_ids + [False])]	t	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	Partner bank company rule	t	37	[('company_id', 'in', company_ids + [False])]	t	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	Sequence: company	t	43	[('company_id', 'in', company_ids + [False])]	t	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	API keys: portal and public users have none of others	t	19	[('user_id', '=', user.id)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	API keys: administrators see all	t	19	[(1, '=', 1)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	res.users.settings: access their own entries	t	39	[('user_id', '=', user.id)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	Administrators can access all User Settings.	t	39	[(1, '=', 1)]	t	t	t	t	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	user rule	t	103	['|', ('share', '=', False), ('company_ids', 'in', company_ids)]	t	t	t	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	Imports in progress: own	t	106	[('create_uid', '=', user.id)]	t	t	t	t	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
22	Imports: own	t	107	[('create_uid', '=', user.id)]	t	t	t	t	f	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
23	Imports: all for administrators	t	107	[(1, '=', 1)]	t	t	t	t	f	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
\.
COPY "ir_sequence" ("id", "name", "code", "implementation", "active", "prefix", "suffix", "number_next", "number_increment", "padding", "company_id", "use_date_range", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	Shop	shop.item	standard	t	S	\N	1	1	3	1	f	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994
\.
COPY "ir_ui_menu" ("id", "name", "active", "sequence", "parent_id", "parent_path", "web_icon", "action", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Apps"}	t	500	\N	1/	base,static/description/modules.svg	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "Settings"}	t	550	\N	2/	base,static/description/settings.svg	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Users & Companies"}	t	1	2	2/3/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Translations"}	t	2	2	2/4/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "General Settings"}	t	0	2	2/5/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	{"en_US": "Localization"}	t	4	2	2/6/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	{"en_US": "Technical"}	t	110	2	2/7/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	{"en_US": "User Interface"}	t	1	7	2/7/8/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	{"en_US": "Email"}	t	1	7	2/7/9/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	{"en_US": "Actions"}	t	2	7	2/7/10/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	{"en_US": "Reporting"}	t	15	7	2/7/11/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	{"en_US": "Low Level Objects"}	t	30	7	2/7/12/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	{"en_US": "Automation"}	t	5	7	2/7/13/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	{"en_US": "Database Structure"}	t	10	7	2/7/14/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	{"en_US": "Security"}	t	25	7	2/7/15/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	{"en_US": "Parameters"}	t	24	7	2/7/16/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	{"en_US": "Sequences & Identifiers"}	t	21	7	2/7/17/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	{"en_US": "Dashboards"}	f	260	\N	18/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	{"en_US": "Tests"}	f	1000	\N	19/	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	{"en_US": "Add Languages"}	t	2	4	2/4/20/	\N	ir.actions.act_window,3	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	{"en_US": "Companies"}	t	2	3	2/3/21/	\N	ir.actions.act_window,11	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	{"en_US": "Groups"}	t	3	3	2/3/22/	\N	ir.actions.act_window,12	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	{"en_US": "Users"}	t	1	3	2/3/23/	\N	ir.actions.act_window,13	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	{"en_US": "Countries"}	t	1	6	2/6/24/	\N	ir.actions.act_window,15	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	{"en_US": "Country Group"}	t	3	6	2/6/25/	\N	ir.actions.act_window,16	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	{"en_US": "Fed. States"}	t	2	6	2/6/26/	\N	ir.actions.act_window,17	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	{"en_US": "Currencies"}	t	4	6	2/6/27/	\N	ir.actions.act_window,18	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	{"en_US": "Languages"}	t	1	4	2/4/28/	\N	ir.actions.act_window,20	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	{"en_US": "Languages"}	t	0	6	2/6/29/	\N	ir.actions.act_window,20	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	{"en_US": "Banks"}	t	20	6	2/6/30/	\N	ir.actions.act_window,21	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	{"en_US": "Bank Accounts"}	t	21	6	2/6/31/	\N	ir.actions.act_window,22	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	{"en_US": "Config Wizard Steps"}	t	6	10	2/7/10/32/	\N	ir.actions.act_window,24	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	{"en_US": "Sequences"}	t	10	17	2/7/17/33/	\N	ir.actions.act_window,25	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	{"en_US": "System Parameters"}	t	30	16	2/7/16/34/	\N	ir.actions.act_window,26	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	{"en_US": "Scheduled Actions"}	t	2	13	2/7/13/35/	\N	ir.actions.act_window,27	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	{"en_US": "Actions"}	t	1	10	2/7/10/36/	\N	ir.actions.act_window,28	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	{"en_US": "Window Actions"}	t	2	10	2/7/10/37/	\N	ir.actions.act_window,29	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	{"en_US": "Reports"}	t	3	10	2/7/10/38/	\N	ir.actions.act_window,30	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	{"en_US": "Server Actions"}	t	4	10	2/7/10/39/	\N	ir.actions.act_window,31	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	{"en_US": "Attachments"}	t	20	14	2/7/14/40/	\N	ir.actions.act_window,32	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	{"en_US": "Record Rules"}	t	3	15	2/7/15/41/	\N	ir.actions.act_window,33	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	{"en_US": "Decimal Accuracy"}	t	50	14	2/7/14/42/	\N	ir.actions.act_window,34	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	{"en_US": "User-defined Defaults"}	t	9	10	2/7/10/43/	\N	ir.actions.act_window,35	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	{"en_US": "User-defined Filters"}	t	5	8	2/7/8/44/	\N	ir.actions.act_window,36	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	{"en_US": "Paper Format"}	t	4	11	2/7/11/45/	\N	ir.actions.act_window,37	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	{"en_US": "Outgoing Mail Servers"}	t	15	9	2/7/9/46/	\N	ir.actions.act_window,38	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	{"en_US": "Logging"}	t	10	14	2/7/14/47/	\N	ir.actions.act_window,39	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	{"en_US": "API Keys Listing"}	t	40	15	2/7/15/48/	\N	ir.actions.act_window,40	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	{"en_US": "Models"}	t	0	14	2/7/14/49/	\N	ir.actions.act_window,41	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	{"en_US": "Fields"}	t	1	14	2/7/14/50/	\N	ir.actions.act_window,42	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	{"en_US": "Access Rights"}	t	2	15	2/7/15/51/	\N	ir.actions.act_window,43	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	{"en_US": "External Identifiers"}	t	10	17	2/7/17/52/	\N	ir.actions.act_window,44	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	{"en_US": "Apps"}	t	5	1	1/53/	\N	ir.actions.act_window,45	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	{"en_US": "Update Apps List"}	t	40	1	1/54/	\N	ir.actions.server,46	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
55	{"en_US": "Menu Items"}	t	1	8	2/7/8/55/	\N	ir.actions.act_window,47	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
56	{"en_US": "Views"}	t	2	8	2/7/8/56/	\N	ir.actions.act_window,48	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
57	{"en_US": "Workflows"}	t	60	8	2/7/8/57/	\N	ir.actions.act_url,49	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
58	{"en_US": "Imports"}	t	90	7	2/7/58/	\N	ir.actions.act_window,50	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
\.
COPY "ir_ui_menu_group_rel" ("menu_id", "gid") FROM stdin;
1	12
2	11
4	1
5	12
7	1
22	1
46	1
48	12
54	1
57	12
\.
COPY "ir_ui_view" ("id", "name", "model", "key", "priority", "type", "arch_db", "arch_fs", "arch_updated", "arch_prev", "inherit_id", "mode", "active", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	change.password.wizard.form	change.password.wizard	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	change.password.own.form	change.password.own	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	res.users.apikeys.description.form	res.users.apikeys.description	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	res.users.apikeys.show.form	res.users.apikeys.show	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	base.language.install.form	base.language.install	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	base.module.uninstall.form	base.module.uninstall	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	res.partner.title.list	res.partner.title	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	res.partner.industry.list	res.partner.industry	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	res.partner.category.form	res.partner.category	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	res.partner.category.list	res.partner.category	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	res.partner.category.search	res.partner.category	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	res.partner.list	res.partner	\N	8	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	res.partner.simplified.form	res.partner	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	res.partner.form.address	res.partner	\N	1000	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	res.partner.form	res.partner	\N	1	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	res.partner.short.form	res.partner	\N	55	form	{"en_US": "<data/>"}	\N	f	\N	15	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	res.partner.select	res.partner	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	res.partner.kanban	res.partner	\N	16	kanban	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	res.company.form	res.company	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	res.company.list	res.company	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	res.groups.search	res.groups	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	res.groups.list	res.groups	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	res.groups.form	res.groups	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	res.users.simplified.form	res.users	\N	1	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	res.users.form	res.users	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	res.users.groups	res.users	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	25	extension	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	res.users.list	res.users	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	res.users.search	res.users	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	res.users.preferences.form	res.users	\N	18	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	res.country.list	res.country	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	res.country.form	res.country	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	res.country.search	res.country	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	res.country.group.list	res.country.group	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	res.country.group.form	res.country.group	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	res.country.state.list	res.country.state	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	res.country.state.form	res.country.state	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	res.country.state.search	res.country.state	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	res.currency.search	res.currency	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	res.currency.list	res.currency	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	res.currency.form	res.currency	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	res.currency.rate.list	res.currency.rate	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	res.currency.rate.form	res.currency.rate	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	res.currency.rate.search	res.currency.rate	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	res.lang.list	res.lang	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	res.lang.form	res.lang	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	res.lang.search	res.lang	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	res.bank.form	res.bank	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	res.bank.list	res.bank	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	res.bank.search	res.bank	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	res.partner.bank.form	res.partner.bank	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	res.partner.bank.list	res.partner.bank	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	res.partner.bank.search	res.partner.bank	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	res.config.view.base	res.config	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	res.config.settings.view.form	res.config.settings	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
55	ir.actions.todo.list	ir.actions.todo	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
56	ir.sequence.form	ir.sequence	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
57	ir.sequence.list	ir.sequence	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
58	ir.sequence.search	ir.sequence	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
59	ir.config_parameter.search	ir.config_parameter	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
60	ir.config_parameter.list	ir.config_parameter	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
61	ir.config_parameter.form	ir.config_parameter	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
62	ir.cron.form	ir.cron	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
63	ir.cron.list	ir.cron	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
64	ir.cron.search	ir.cron	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
65	ir.actions.actions.list	ir.actions.actions	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
66	ir.actions.actions.search	ir.actions.actions	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
67	ir.actions.act_window.list	ir.actions.act_window	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
68	ir.actions.act_window.form	ir.actions.act_window	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
69	ir.actions.act_window.search	ir.actions.act_window	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
70	ir.actions.report.list	ir.actions.report	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
71	ir.actions.report.form	ir.actions.report	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
72	ir.actions.report.search	ir.actions.report	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
73	ir.actions.server.list	ir.actions.server	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
74	ir.actions.server.form	ir.actions.server	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
75	ir.actions.server.search	ir.actions.server	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
76	ir.actions.act_url.list	ir.actions.act_url	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
77	ir.actions.client.list	ir.actions.client	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
78	ir.attachment.form	ir.attachment	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
79	ir.attachment.list	ir.attachment	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
80	ir.attachment.search	ir.attachment	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
81	ir.rule.form	ir.rule	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
82	ir.rule.list	ir.rule	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
83	ir.rule.search	ir.rule	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
84	decimal.precision.list	decimal.precision	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
85	decimal.precision.form	decimal.precision	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
86	ir.default.list	ir.default	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
87	ir.default.form	ir.default	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
88	ir.default.search	ir.default	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
89	ir.filters.list	ir.filters	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
90	ir.filters.form	ir.filters	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
91	ir.filters.search	ir.filters	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
92	report.paperformat.list	report.paperformat	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
93	report.paperformat.form	report.paperformat	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
94	ir.mail_server.list	ir.mail_server	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
95	ir.mail_server.form	ir.mail_server	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
96	ir.mail_server.search	ir.mail_server	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
97	ir.logging.list	ir.logging	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
98	ir.logging.form	ir.logging	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
99	ir.logging.search	ir.logging	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
100	ir.exports.list	ir.exports	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
101	res.users.apikeys.list	res.users.apikeys	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
102	ir.model.form	ir.model	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
103	ir.model.list	ir.model	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
104	ir.model.search	ir.model	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
105	ir.model.fields.list	ir.model.fields	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
106	ir.model.fields.form	ir.model.fields	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
107	ir.model.fields.search	ir.model.fields	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
108	ir.model.access.list	ir.model.access	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
109	ir.model.access.form	ir.model.access	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
110	ir.model.access.search	ir.model.access	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
111	ir.model.data.list	ir.model.data	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
112	ir.model.data.form	ir.model.data	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
113	ir.model.data.search	ir.model.data	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
114	ir.module.module.form	ir.module.module	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
115	ir.module.module.list	ir.module.module	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
116	ir.module.module.kanban	ir.module.module	\N	16	kanban	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
117	ir.module.module.search	ir.module.module	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
118	ir.ui.menu.list	ir.ui.menu	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
119	ir.ui.menu.form	ir.ui.menu	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
120	ir.ui.menu.search	ir.ui.menu	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
121	ir.ui.view.list	ir.ui.view	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
122	ir.ui.view.form	ir.ui.view	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
123	ir.ui.view.search	ir.ui.view	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
124	Report layout	\N	web.report_layout	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
125	Report container	\N	web.html_container	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
126	Addresses of a document	\N	web.address_layout	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
127	Document for customers	\N	web.external_layout	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
128	Standard layout	\N	web.external_layout_standard	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
129	Internal document	\N	web.internal_layout	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
130	Plain document	\N	web.basic_layout	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
131	Import: choose a file	\N	base_import.upload	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
132	Import: columns and preview	\N	base_import.page	16	qweb	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
133	base_import.history.list	base_import.history	\N	16	list	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
134	base_import.history.form	base_import.history	\N	16	form	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
135	base_import.history.search	base_import.history	\N	16	search	{"en_US": "<data/>"}	\N	f	\N	\N	primary	t	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
\.
COPY "report_paperformat" ("id", "name", "default", "format", "margin_top", "margin_bottom", "margin_left", "margin_right", "page_height", "page_width", "orientation", "header_line", "header_spacing", "disable_shrinking", "css_margins", "dpi", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	A4	t	A4	44	22	0	0	0	0	Portrait	f	40	f	f	90	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	US Letter	t	Letter	44	22	0	0	0	0	Portrait	f	40	f	f	90	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_company" ("id", "name", "active", "sequence", "parent_id", "parent_path", "partner_id", "report_header", "report_footer", "company_details", "logo_web", "uses_default_logo", "currency_id", "email", "phone", "mobile", "paperformat_id", "external_report_layout_id", "font", "primary_color", "secondary_color", "layout_background", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	My Company	t	0	\N	1/	1	\N	\N	\N	\N	t	1			\N	1	\N	\N	\N	\N	Blank	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:34.543753
\.
COPY "res_company_users_rel" ("cid", "user_id") FROM stdin;
1	1
1	2
1	3
1	4
1	5
1	6
\.
COPY "res_country" ("id", "name", "code", "address_format", "address_view_id", "currency_id", "phone_code", "name_position", "vat_label", "state_required", "zip_required", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Andorra"}	AD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	376	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "United Arab Emirates"}	AE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	2	971	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Afghanistan"}	AF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	3	93	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Antigua and Barbuda"}	AG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "Anguilla"}	AI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	{"en_US": "Albania"}	AL	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	4	355	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	{"en_US": "Armenia"}	AM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	5	374	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	{"en_US": "Angola"}	AO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	6	244	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	{"en_US": "Antarctica"}	AQ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	\N	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	{"en_US": "Argentina"}	AR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	7	54	before	{"en_US": "CUIT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	{"en_US": "American Samoa"}	AS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	{"en_US": "Austria"}	AT	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	43	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	{"en_US": "Australia"}	AU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	61	before	{"en_US": "ABN"}	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	{"en_US": "Aruba"}	AW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	9	297	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	{"en_US": "Åland Islands"}	AX	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	358	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	{"en_US": "Azerbaijan"}	AZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	10	994	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	{"en_US": "Bosnia and Herzegovina"}	BA	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	11	387	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	{"en_US": "Barbados"}	BB	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	12	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	{"en_US": "Bangladesh"}	BD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	13	880	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	{"en_US": "Belgium"}	BE	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	32	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	{"en_US": "Burkina Faso"}	BF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	226	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	{"en_US": "Bulgaria"}	BG	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	359	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	{"en_US": "Bahrain"}	BH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	14	973	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	{"en_US": "Burundi"}	BI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	15	257	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	{"en_US": "Benin"}	BJ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	229	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	{"en_US": "Saint Barthélemy"}	BL	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	590	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	{"en_US": "Bermuda"}	BM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	16	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	{"en_US": "Brunei"}	BN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	17	673	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	{"en_US": "Bolivia"}	BO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	18	591	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	{"en_US": "Bonaire, Sint Eustatius and Saba"}	BQ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	599	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	{"en_US": "Brazil"}	BR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	19	55	before	{"en_US": "CNPJ"}	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	{"en_US": "Bahamas"}	BS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	20	1	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	{"en_US": "Bhutan"}	BT	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	21	975	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	{"en_US": "Bouvet Island"}	BV	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	98	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	{"en_US": "Botswana"}	BW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	22	267	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	{"en_US": "Belarus"}	BY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	23	375	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	{"en_US": "Belize"}	BZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	24	501	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	{"en_US": "Canada"}	CA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	25	1	before	\N	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	{"en_US": "Cocos (Keeling) Islands"}	CC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	61	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	{"en_US": "Democratic Republic of the Congo"}	CD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	26	243	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	{"en_US": "Central African Republic"}	CF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	144	236	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	{"en_US": "Congo"}	CG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	144	242	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	{"en_US": "Switzerland"}	CH	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	27	41	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	{"en_US": "Côte d'Ivoire"}	CI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	225	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	{"en_US": "Cook Islands"}	CK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	100	682	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	{"en_US": "Chile"}	CL	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	28	56	before	{"en_US": "RUT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	{"en_US": "Cameroon"}	CM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	144	237	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	{"en_US": "China"}	CN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	29	86	before	\N	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	{"en_US": "Colombia"}	CO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	30	57	before	{"en_US": "NIT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	{"en_US": "Costa Rica"}	CR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	31	506	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	{"en_US": "Cuba"}	CU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	32	53	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	{"en_US": "Cape Verde"}	CV	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	33	238	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	{"en_US": "Curaçao"}	CW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	146	599	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	{"en_US": "Christmas Island"}	CX	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	61	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
55	{"en_US": "Cyprus"}	CY	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	357	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
56	{"en_US": "Czech Republic"}	CZ	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	34	420	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
57	{"en_US": "Germany"}	DE	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	49	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
58	{"en_US": "Djibouti"}	DJ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	35	253	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
59	{"en_US": "Denmark"}	DK	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	36	45	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
60	{"en_US": "Dominica"}	DM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
61	{"en_US": "Dominican Republic"}	DO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	37	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
62	{"en_US": "Algeria"}	DZ	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	38	213	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
63	{"en_US": "Ecuador"}	EC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	593	before	{"en_US": "RUC"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
64	{"en_US": "Estonia"}	EE	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	372	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
65	{"en_US": "Egypt"}	EG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	39	20	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
66	{"en_US": "Western Sahara"}	EH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	81	212	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
67	{"en_US": "Eritrea"}	ER	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	40	291	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
68	{"en_US": "Spain"}	ES	%(street)s\n%(street2)s\n%(zip)s %(city)s (%(state_name)s)\n%(country_name)s	\N	42	34	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
69	{"en_US": "Ethiopia"}	ET	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	41	251	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
70	{"en_US": "Finland"}	FI	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	358	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
71	{"en_US": "Fiji"}	FJ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	43	679	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
72	{"en_US": "Falkland Islands"}	FK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	44	500	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
73	{"en_US": "Micronesia"}	FM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	691	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
74	{"en_US": "Faroe Islands"}	FO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	36	298	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
75	{"en_US": "France"}	FR	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	33	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
76	{"en_US": "Gabon"}	GA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	144	241	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
77	{"en_US": "United Kingdom"}	GB	%(street)s\n%(street2)s\n%(city)s\n%(state_name)s\n%(zip)s\n%(country_name)s	\N	45	44	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
78	{"en_US": "Grenada"}	GD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
79	{"en_US": "Georgia"}	GE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	46	995	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
80	{"en_US": "French Guiana"}	GF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	594	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
81	{"en_US": "Guernsey"}	GG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	45	44	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
82	{"en_US": "Ghana"}	GH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	47	233	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
83	{"en_US": "Gibraltar"}	GI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	48	350	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
84	{"en_US": "Greenland"}	GL	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	36	299	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
85	{"en_US": "Gambia"}	GM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	49	220	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
86	{"en_US": "Guinea"}	GN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	50	224	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
87	{"en_US": "Guadeloupe"}	GP	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	590	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
88	{"en_US": "Equatorial Guinea"}	GQ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	144	240	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
89	{"en_US": "Greece"}	GR	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	30	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
90	{"en_US": "South Georgia and South Sandwich Islands"}	GS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	45	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
91	{"en_US": "Guatemala"}	GT	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	51	502	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
92	{"en_US": "Guam"}	GU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
93	{"en_US": "Guinea-Bissau"}	GW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	245	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
94	{"en_US": "Guyana"}	GY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	52	592	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
95	{"en_US": "Hong Kong"}	HK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	53	852	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
96	{"en_US": "Heard and McDonald Islands"}	HM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
97	{"en_US": "Honduras"}	HN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	54	504	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
98	{"en_US": "Croatia"}	HR	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	385	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
99	{"en_US": "Haiti"}	HT	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	55	509	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
100	{"en_US": "Hungary"}	HU	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	56	36	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
101	{"en_US": "Indonesia"}	ID	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	57	62	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
102	{"en_US": "Ireland"}	IE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	353	before	{"en_US": "VAT"}	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
103	{"en_US": "Israel"}	IL	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	58	972	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
104	{"en_US": "Isle of Man"}	IM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	45	44	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
105	{"en_US": "India"}	IN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	59	91	before	{"en_US": "GSTIN"}	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
106	{"en_US": "British Indian Ocean Territory"}	IO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	246	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
107	{"en_US": "Iraq"}	IQ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	60	964	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
108	{"en_US": "Iran"}	IR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	61	98	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
109	{"en_US": "Iceland"}	IS	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	62	354	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
110	{"en_US": "Italy"}	IT	%(street)s\n%(street2)s\n%(zip)s %(city)s %(state_code)s\n%(country_name)s	\N	42	39	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
111	{"en_US": "Jersey"}	JE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	45	44	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
112	{"en_US": "Jamaica"}	JM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	63	1	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
113	{"en_US": "Jordan"}	JO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	64	962	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
114	{"en_US": "Japan"}	JP	%(zip)s\n%(state_name)s %(city)s\n%(street)s\n%(street2)s\n%(country_name)s	\N	65	81	before	\N	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
115	{"en_US": "Kenya"}	KE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	66	254	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
116	{"en_US": "Kyrgyzstan"}	KG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	67	996	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
117	{"en_US": "Cambodia"}	KH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	68	855	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
118	{"en_US": "Kiribati"}	KI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	686	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
119	{"en_US": "Comoros"}	KM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	69	269	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
120	{"en_US": "Saint Kitts and Nevis"}	KN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
121	{"en_US": "North Korea"}	KP	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	70	850	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
122	{"en_US": "South Korea"}	KR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	71	82	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
123	{"en_US": "Kuwait"}	KW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	72	965	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
124	{"en_US": "Cayman Islands"}	KY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	73	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
125	{"en_US": "Kazakhstan"}	KZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	74	7	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
126	{"en_US": "Laos"}	LA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	75	856	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
127	{"en_US": "Lebanon"}	LB	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	76	961	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
128	{"en_US": "Saint Lucia"}	LC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
129	{"en_US": "Liechtenstein"}	LI	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	27	423	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
130	{"en_US": "Sri Lanka"}	LK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	77	94	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
131	{"en_US": "Liberia"}	LR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	78	231	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
132	{"en_US": "Lesotho"}	LS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	79	266	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
133	{"en_US": "Lithuania"}	LT	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	370	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
134	{"en_US": "Luxembourg"}	LU	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	352	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
135	{"en_US": "Latvia"}	LV	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	371	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
136	{"en_US": "Libya"}	LY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	80	218	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
137	{"en_US": "Morocco"}	MA	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	81	212	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
138	{"en_US": "Monaco"}	MC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	377	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
139	{"en_US": "Moldova"}	MD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	82	373	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
140	{"en_US": "Montenegro"}	ME	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	382	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
141	{"en_US": "Saint Martin (French part)"}	MF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	590	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
142	{"en_US": "Madagascar"}	MG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	83	261	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
143	{"en_US": "Marshall Islands"}	MH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	692	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
144	{"en_US": "North Macedonia"}	MK	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	84	389	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
145	{"en_US": "Mali"}	ML	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	223	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
146	{"en_US": "Myanmar"}	MM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	85	95	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
147	{"en_US": "Mongolia"}	MN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	86	976	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
148	{"en_US": "Macau"}	MO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	87	853	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
149	{"en_US": "Northern Mariana Islands"}	MP	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
150	{"en_US": "Martinique"}	MQ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	596	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
151	{"en_US": "Mauritania"}	MR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	88	222	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
152	{"en_US": "Montserrat"}	MS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
153	{"en_US": "Malta"}	MT	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	356	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
154	{"en_US": "Mauritius"}	MU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	89	230	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
155	{"en_US": "Maldives"}	MV	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	90	960	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
156	{"en_US": "Malawi"}	MW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	91	265	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
157	{"en_US": "Mexico"}	MX	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	92	52	before	{"en_US": "RFC"}	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
158	{"en_US": "Malaysia"}	MY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	93	60	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
159	{"en_US": "Mozambique"}	MZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	94	258	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
160	{"en_US": "Namibia"}	NA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	95	264	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
161	{"en_US": "New Caledonia"}	NC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	148	687	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
162	{"en_US": "Niger"}	NE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	227	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
163	{"en_US": "Norfolk Island"}	NF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	672	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
164	{"en_US": "Nigeria"}	NG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	96	234	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
165	{"en_US": "Nicaragua"}	NI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	97	505	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
166	{"en_US": "Netherlands"}	NL	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	31	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
167	{"en_US": "Norway"}	NO	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	98	47	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
168	{"en_US": "Nepal"}	NP	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	99	977	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
169	{"en_US": "Nauru"}	NR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	674	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
170	{"en_US": "Niue"}	NU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	100	683	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
171	{"en_US": "New Zealand"}	NZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	100	64	before	{"en_US": "NZBN"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
172	{"en_US": "Oman"}	OM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	101	968	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
173	{"en_US": "Panama"}	PA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	507	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
174	{"en_US": "Peru"}	PE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	102	51	before	{"en_US": "RUC"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
175	{"en_US": "French Polynesia"}	PF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	148	689	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
176	{"en_US": "Papua New Guinea"}	PG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	103	675	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
177	{"en_US": "Philippines"}	PH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	104	63	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
178	{"en_US": "Pakistan"}	PK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	105	92	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
179	{"en_US": "Poland"}	PL	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	106	48	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
180	{"en_US": "Saint Pierre and Miquelon"}	PM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	508	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
181	{"en_US": "Pitcairn Islands"}	PN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	100	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
182	{"en_US": "Puerto Rico"}	PR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
183	{"en_US": "State of Palestine"}	PS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	58	970	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
184	{"en_US": "Portugal"}	PT	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	351	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
185	{"en_US": "Palau"}	PW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	680	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
186	{"en_US": "Paraguay"}	PY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	107	595	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
187	{"en_US": "Qatar"}	QA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	108	974	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
188	{"en_US": "Réunion"}	RE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	262	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
189	{"en_US": "Romania"}	RO	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	109	40	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
190	{"en_US": "Serbia"}	RS	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	110	381	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
191	{"en_US": "Russian Federation"}	RU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	111	7	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
192	{"en_US": "Rwanda"}	RW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	112	250	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
193	{"en_US": "Saudi Arabia"}	SA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	113	966	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
194	{"en_US": "Solomon Islands"}	SB	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	114	677	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
195	{"en_US": "Seychelles"}	SC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	115	248	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
196	{"en_US": "Sudan"}	SD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	116	249	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
197	{"en_US": "Sweden"}	SE	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	117	46	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
198	{"en_US": "Singapore"}	SG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	118	65	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
199	{"en_US": "Saint Helena"}	SH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	119	290	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
200	{"en_US": "Slovenia"}	SI	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	386	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
201	{"en_US": "Svalbard and Jan Mayen"}	SJ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	98	47	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
202	{"en_US": "Slovakia"}	SK	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	42	421	before	{"en_US": "VAT"}	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
203	{"en_US": "Sierra Leone"}	SL	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	120	232	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
204	{"en_US": "San Marino"}	SM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	378	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
205	{"en_US": "Senegal"}	SN	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	221	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
206	{"en_US": "Somalia"}	SO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	121	252	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
207	{"en_US": "Suriname"}	SR	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	122	597	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
208	{"en_US": "South Sudan"}	SS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	123	211	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
209	{"en_US": "São Tomé and Príncipe"}	ST	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	124	239	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
210	{"en_US": "El Salvador"}	SV	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	503	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
211	{"en_US": "Sint Maarten (Dutch part)"}	SX	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	146	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
212	{"en_US": "Syria"}	SY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	125	963	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
213	{"en_US": "Eswatini"}	SZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	126	268	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
214	{"en_US": "Turks and Caicos Islands"}	TC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
215	{"en_US": "Chad"}	TD	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	144	235	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
216	{"en_US": "French Southern Territories"}	TF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
217	{"en_US": "Togo"}	TG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	147	228	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
218	{"en_US": "Thailand"}	TH	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	127	66	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
219	{"en_US": "Tajikistan"}	TJ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	128	992	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
220	{"en_US": "Tokelau"}	TK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	100	690	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
221	{"en_US": "Timor-Leste"}	TL	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	670	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
222	{"en_US": "Turkmenistan"}	TM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	129	993	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
223	{"en_US": "Tunisia"}	TN	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	130	216	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
224	{"en_US": "Tonga"}	TO	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	131	676	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
225	{"en_US": "Türkiye"}	TR	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	132	90	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
226	{"en_US": "Trinidad and Tobago"}	TT	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	133	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
227	{"en_US": "Tuvalu"}	TV	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	8	688	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
228	{"en_US": "Taiwan"}	TW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	134	886	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
229	{"en_US": "Tanzania"}	TZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	135	255	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
230	{"en_US": "Ukraine"}	UA	%(street)s\n%(street2)s\n%(zip)s %(city)s\n%(country_name)s	\N	136	380	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
231	{"en_US": "Uganda"}	UG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	137	256	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
232	{"en_US": "U.S. Outlying Islands"}	UM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	0	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
233	{"en_US": "United States"}	US	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	t	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
234	{"en_US": "Uruguay"}	UY	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	138	598	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
235	{"en_US": "Uzbekistan"}	UZ	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	139	998	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
236	{"en_US": "Holy See (Vatican City State)"}	VA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	39	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
237	{"en_US": "Saint Vincent and Grenadines"}	VC	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	145	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
238	{"en_US": "Venezuela"}	VE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	140	58	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
239	{"en_US": "British Virgin Islands"}	VG	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
240	{"en_US": "U.S. Virgin Islands"}	VI	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	1	1	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
241	{"en_US": "Vietnam"}	VN	%(street)s\n%(street2)s\n%(city)s\n%(state_name)s %(zip)s\n%(country_name)s	\N	141	84	before	{"en_US": "Tax ID"}	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
242	{"en_US": "Vanuatu"}	VU	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	142	678	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
243	{"en_US": "Wallis and Futuna"}	WF	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	148	681	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
244	{"en_US": "Samoa"}	WS	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	143	685	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
245	{"en_US": "Kosovo"}	XK	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	383	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
246	{"en_US": "Yemen"}	YE	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	149	967	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
247	{"en_US": "Mayotte"}	YT	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	42	262	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
248	{"en_US": "South Africa"}	ZA	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	150	27	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
249	{"en_US": "Zambia"}	ZM	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	151	260	before	\N	f	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
250	{"en_US": "Zimbabwe"}	ZW	%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s	\N	152	263	before	\N	f	f	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_country_group" ("id", "name", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "European Union"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "South America"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "SEPA Countries"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Gulf Cooperation Council (GCC)"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_country_res_country_group_rel" ("res_country_id", "res_country_group_id") FROM stdin;
1	3
2	4
10	2
12	1
12	3
20	1
20	3
22	1
22	3
23	4
29	2
31	2
43	3
46	2
49	2
55	1
55	3
56	1
56	3
57	1
57	3
59	1
59	3
63	2
64	1
64	3
68	1
68	3
70	1
70	3
72	2
75	1
75	3
77	3
80	2
89	1
89	3
90	2
94	2
98	1
98	3
100	1
100	3
102	1
102	3
109	3
110	1
110	3
123	4
129	3
133	1
133	3
134	1
134	3
135	1
135	3
138	3
153	1
153	3
166	1
166	3
167	3
172	4
174	2
179	1
179	3
184	1
184	3
186	2
187	4
189	1
189	3
193	4
197	1
197	3
200	1
200	3
202	1
202	3
204	3
207	2
234	2
236	3
238	2
\.
COPY "res_country_state" ("id", "country_id", "name", "code", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	233	Alabama	AL	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	233	Alaska	AK	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	233	Arizona	AZ	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	233	Arkansas	AR	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	233	California	CA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	233	Colorado	CO	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	233	Connecticut	CT	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	233	Delaware	DE	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	233	District of Columbia	DC	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	233	Florida	FL	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	233	Georgia	GA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	233	Hawaii	HI	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	233	Idaho	ID	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	233	Illinois	IL	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	233	Indiana	IN	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	233	Iowa	IA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	233	Kansas	KS	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	233	Kentucky	KY	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	233	Louisiana	LA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	233	Maine	ME	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	233	Maryland	MD	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	233	Massachusetts	MA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	233	Michigan	MI	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	233	Minnesota	MN	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	233	Mississippi	MS	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	233	Missouri	MO	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	233	Montana	MT	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	233	Nebraska	NE	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	233	Nevada	NV	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	233	New Hampshire	NH	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	233	New Jersey	NJ	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	233	New Mexico	NM	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	233	New York	NY	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	233	North Carolina	NC	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	233	North Dakota	ND	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	233	Ohio	OH	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	233	Oklahoma	OK	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	233	Oregon	OR	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	233	Pennsylvania	PA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	233	Rhode Island	RI	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	233	South Carolina	SC	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	233	South Dakota	SD	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	233	Tennessee	TN	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	233	Texas	TX	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	233	Utah	UT	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	233	Vermont	VT	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	233	Virginia	VA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	233	Washington	WA	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	233	West Virginia	WV	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	233	Wisconsin	WI	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	233	Wyoming	WY	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_currency" ("id", "name", "iso_numeric", "full_name", "symbol", "rounding", "decimal_places", "active", "position", "currency_unit_label", "currency_subunit_label", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	USD	840	{"en_US": "US Dollar"}	$	0.01	2	t	before	{"en_US": "Dollars"}	{"en_US": "Cents"}	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:34.543753
2	AED	784	{"en_US": "United Arab Emirates Dirham"}	AED	0.01	2	f	after	{"en_US": "Dirham"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	AFN	971	{"en_US": "Afghan Afghani"}	AFN	1.0	0	f	after	{"en_US": "Afghani"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	ALL	8	{"en_US": "Albanian Lek"}	ALL	1.0	0	f	after	{"en_US": "Lek"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	AMD	51	{"en_US": "Armenian Dram"}	AMD	0.01	2	f	after	{"en_US": "Dram"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	AOA	973	{"en_US": "Angolan Kwanza"}	AOA	0.01	2	f	after	{"en_US": "Kwanza"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	ARS	32	{"en_US": "Argentine Peso"}	ARS	0.01	2	f	after	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	AUD	36	{"en_US": "Australian Dollar"}	$	0.01	2	f	before	{"en_US": "Dollars"}	{"en_US": "Cents"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	AWG	533	{"en_US": "Aruban Florin"}	AWG	0.01	2	f	after	{"en_US": "Florin"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	AZN	944	{"en_US": "Azerbaijani Manat"}	AZN	0.01	2	f	after	{"en_US": "Manat"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	BAM	977	{"en_US": "Bosnia-Herzegovina Convertible Mark"}	BAM	0.01	2	f	after	{"en_US": "Mark"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	BBD	52	{"en_US": "Barbadian Dollar"}	BBD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	BDT	50	{"en_US": "Bangladeshi Taka"}	BDT	0.01	2	f	after	{"en_US": "Taka"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	BHD	48	{"en_US": "Bahraini Dinar"}	BHD	0.001	3	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	BIF	108	{"en_US": "Burundian Franc"}	BIF	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	BMD	60	{"en_US": "Bermudan Dollar"}	BMD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	BND	96	{"en_US": "Brunei Dollar"}	BND	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	BOB	68	{"en_US": "Bolivian Boliviano"}	BOB	0.01	2	f	after	{"en_US": "Boliviano"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	BRL	986	{"en_US": "Brazilian Real"}	$	0.01	2	f	before	{"en_US": "Real"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	BSD	44	{"en_US": "Bahamian Dollar"}	BSD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	BTN	64	{"en_US": "Bhutanese Ngultrum"}	BTN	0.01	2	f	after	{"en_US": "Ngultrum"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	BWP	72	{"en_US": "Botswanan Pula"}	BWP	0.01	2	f	after	{"en_US": "Pula"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	BYN	933	{"en_US": "Belarusian Ruble"}	BYN	0.01	2	f	after	{"en_US": "Ruble"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	BZD	84	{"en_US": "Belize Dollar"}	BZD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	CAD	124	{"en_US": "Canadian Dollar"}	$	0.01	2	f	before	{"en_US": "Dollars"}	{"en_US": "Cents"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	CDF	976	{"en_US": "Congolese Franc"}	CDF	0.01	2	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	CHF	756	{"en_US": "Swiss Franc"}	CHF	0.01	2	f	after	{"en_US": "Francs"}	{"en_US": "Centimes"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	CLP	152	{"en_US": "Chilean Peso"}	CLP	1.0	0	f	after	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	CNY	156	{"en_US": "Chinese Yuan"}	¥	0.01	2	f	before	{"en_US": "Yuan"}	{"en_US": "Fen"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	COP	170	{"en_US": "Colombian Peso"}	COP	0.01	2	f	after	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	CRC	188	{"en_US": "Costa Rican Colón"}	CRC	0.01	2	f	after	{"en_US": "Colón"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	CUP	192	{"en_US": "Cuban Peso"}	CUP	0.01	2	f	after	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	CVE	132	{"en_US": "Cape Verdean Escudo"}	CVE	0.01	2	f	after	{"en_US": "Escudo"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	CZK	203	{"en_US": "Czech Koruna"}	CZK	0.01	2	f	after	{"en_US": "Koruna"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	DJF	262	{"en_US": "Djiboutian Franc"}	DJF	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	DKK	208	{"en_US": "Danish Krone"}	DKK	0.01	2	f	after	{"en_US": "Krone"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	DOP	214	{"en_US": "Dominican Peso"}	DOP	0.01	2	f	after	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	DZD	12	{"en_US": "Algerian Dinar"}	DZD	0.01	2	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	EGP	818	{"en_US": "Egyptian Pound"}	EGP	0.01	2	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	ERN	232	{"en_US": "Eritrean Nakfa"}	ERN	0.01	2	f	after	{"en_US": "Nakfa"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	ETB	230	{"en_US": "Ethiopian Birr"}	ETB	0.01	2	f	after	{"en_US": "Birr"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	EUR	978	{"en_US": "Euro"}	€	0.01	2	t	after	{"en_US": "Euros"}	{"en_US": "Cents"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	FJD	242	{"en_US": "Fijian Dollar"}	FJD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	FKP	238	{"en_US": "Falkland Islands Pound"}	FKP	0.01	2	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	GBP	826	{"en_US": "British Pound"}	£	0.01	2	f	before	{"en_US": "Pounds"}	{"en_US": "Pence"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	GEL	981	{"en_US": "Georgian Lari"}	GEL	0.01	2	f	after	{"en_US": "Lari"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	GHS	936	{"en_US": "Ghanaian Cedi"}	GHS	0.01	2	f	after	{"en_US": "Cedi"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	GIP	292	{"en_US": "Gibraltar Pound"}	GIP	0.01	2	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	GMD	270	{"en_US": "Gambian Dalasi"}	GMD	0.01	2	f	after	{"en_US": "Dalasi"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	GNF	324	{"en_US": "Guinean Franc"}	GNF	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	GTQ	320	{"en_US": "Guatemalan Quetzal"}	GTQ	0.01	2	f	after	{"en_US": "Quetzal"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	GYD	328	{"en_US": "Guyanaese Dollar"}	GYD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	HKD	344	{"en_US": "Hong Kong Dollar"}	$	0.01	2	f	before	{"en_US": "Dollars"}	{"en_US": "Cents"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	HNL	340	{"en_US": "Honduran Lempira"}	HNL	0.01	2	f	after	{"en_US": "Lempira"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
55	HTG	332	{"en_US": "Haitian Gourde"}	HTG	0.01	2	f	after	{"en_US": "Gourde"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
56	HUF	348	{"en_US": "Hungarian Forint"}	HUF	0.01	2	f	after	{"en_US": "Forint"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
57	IDR	360	{"en_US": "Indonesian Rupiah"}	IDR	0.01	2	f	after	{"en_US": "Rupiah"}	{"en_US": "Sen"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
58	ILS	376	{"en_US": "Israeli New Shekel"}	₪	0.01	2	f	after	{"en_US": "Shekel"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
59	INR	356	{"en_US": "Indian Rupee"}	₹	0.01	2	f	before	{"en_US": "Rupees"}	{"en_US": "Paise"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
60	IQD	368	{"en_US": "Iraqi Dinar"}	IQD	1.0	0	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
61	IRR	364	{"en_US": "Iranian Rial"}	IRR	1.0	0	f	after	{"en_US": "Rial"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
62	ISK	352	{"en_US": "Icelandic Króna"}	ISK	1.0	0	f	after	{"en_US": "Króna"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
63	JMD	388	{"en_US": "Jamaican Dollar"}	JMD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
64	JOD	400	{"en_US": "Jordanian Dinar"}	JOD	0.001	3	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
65	JPY	392	{"en_US": "Japanese Yen"}	¥	1.0	0	f	before	{"en_US": "Yen"}	{"en_US": "Sen"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
66	KES	404	{"en_US": "Kenyan Shilling"}	KES	0.01	2	f	after	{"en_US": "Shilling"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
67	KGS	417	{"en_US": "Kyrgystani Som"}	KGS	0.01	2	f	after	{"en_US": "Som"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
68	KHR	116	{"en_US": "Cambodian Riel"}	KHR	0.01	2	f	after	{"en_US": "Riel"}	{"en_US": "Sen"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
69	KMF	174	{"en_US": "Comorian Franc"}	KMF	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
70	KPW	408	{"en_US": "North Korean Won"}	KPW	1.0	0	f	after	{"en_US": "Won"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
71	KRW	410	{"en_US": "South Korean Won"}	₩	1.0	0	f	before	{"en_US": "Won"}	{"en_US": "Jeon"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
72	KWD	414	{"en_US": "Kuwaiti Dinar"}	KWD	0.001	3	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
73	KYD	136	{"en_US": "Cayman Islands Dollar"}	KYD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
74	KZT	398	{"en_US": "Kazakhstani Tenge"}	KZT	0.01	2	f	after	{"en_US": "Tenge"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
75	LAK	418	{"en_US": "Laotian Kip"}	LAK	0.01	2	f	after	{"en_US": "Kip"}	{"en_US": "Att"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
76	LBP	422	{"en_US": "Lebanese Pound"}	LBP	1.0	0	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
77	LKR	144	{"en_US": "Sri Lankan Rupee"}	LKR	0.01	2	f	after	{"en_US": "Rupee"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
78	LRD	430	{"en_US": "Liberian Dollar"}	LRD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
79	LSL	426	{"en_US": "Lesotho Loti"}	LSL	0.01	2	f	after	{"en_US": "Loti"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
80	LYD	434	{"en_US": "Libyan Dinar"}	LYD	0.001	3	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
81	MAD	504	{"en_US": "Moroccan Dirham"}	MAD	0.01	2	f	after	{"en_US": "Dirham"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
82	MDL	498	{"en_US": "Moldovan Leu"}	MDL	0.01	2	f	after	{"en_US": "Leu"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
83	MGA	969	{"en_US": "Malagasy Ariary"}	MGA	1.0	0	f	after	{"en_US": "Ariary"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
84	MKD	807	{"en_US": "Macedonian Denar"}	MKD	0.01	2	f	after	{"en_US": "Denar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
85	MMK	104	{"en_US": "Myanmar Kyat"}	MMK	1.0	0	f	after	{"en_US": "Kyat"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
86	MNT	496	{"en_US": "Mongolian Tugrik"}	MNT	0.01	2	f	after	{"en_US": "Tugrik"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
87	MOP	446	{"en_US": "Macanese Pataca"}	MOP	0.01	2	f	after	{"en_US": "Pataca"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
88	MRU	929	{"en_US": "Mauritanian Ouguiya"}	MRU	0.01	2	f	after	{"en_US": "Ouguiya"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
89	MUR	480	{"en_US": "Mauritian Rupee"}	MUR	0.01	2	f	after	{"en_US": "Rupee"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
90	MVR	462	{"en_US": "Maldivian Rufiyaa"}	MVR	0.01	2	f	after	{"en_US": "Rufiyaa"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
91	MWK	454	{"en_US": "Malawian Kwacha"}	MWK	0.01	2	f	after	{"en_US": "Kwacha"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
92	MXN	484	{"en_US": "Mexican Peso"}	$	0.01	2	f	before	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
93	MYR	458	{"en_US": "Malaysian Ringgit"}	MYR	0.01	2	f	before	{"en_US": "Ringgit"}	{"en_US": "Sen"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
94	MZN	943	{"en_US": "Mozambican Metical"}	MZN	0.01	2	f	after	{"en_US": "Metical"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
95	NAD	516	{"en_US": "Namibian Dollar"}	NAD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
96	NGN	566	{"en_US": "Nigerian Naira"}	NGN	0.01	2	f	after	{"en_US": "Naira"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
97	NIO	558	{"en_US": "Nicaraguan Córdoba"}	NIO	0.01	2	f	after	{"en_US": "Córdoba"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
98	NOK	578	{"en_US": "Norwegian Krone"}	NOK	0.01	2	f	after	{"en_US": "Krone"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
99	NPR	524	{"en_US": "Nepalese Rupee"}	NPR	0.01	2	f	after	{"en_US": "Rupee"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
100	NZD	554	{"en_US": "New Zealand Dollar"}	$	0.01	2	f	before	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
101	OMR	512	{"en_US": "Omani Rial"}	OMR	0.001	3	f	after	{"en_US": "Rial"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
102	PEN	604	{"en_US": "Peruvian Sol"}	PEN	0.01	2	f	after	{"en_US": "Sol"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
103	PGK	598	{"en_US": "Papua New Guinean Kina"}	PGK	0.01	2	f	after	{"en_US": "Kina"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
104	PHP	608	{"en_US": "Philippine Peso"}	₱	0.01	2	f	before	{"en_US": "Pesos"}	{"en_US": "Centavos"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
105	PKR	586	{"en_US": "Pakistani Rupee"}	PKR	0.01	2	f	after	{"en_US": "Rupee"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
106	PLN	985	{"en_US": "Polish Zloty"}	PLN	0.01	2	f	after	{"en_US": "Zloty"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
107	PYG	600	{"en_US": "Paraguayan Guarani"}	PYG	1.0	0	f	after	{"en_US": "Guarani"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
108	QAR	634	{"en_US": "Qatari Riyal"}	QAR	0.01	2	f	after	{"en_US": "Riyal"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
109	RON	946	{"en_US": "Romanian Leu"}	RON	0.01	2	f	after	{"en_US": "Leu"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
110	RSD	941	{"en_US": "Serbian Dinar"}	RSD	1.0	0	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
111	RUB	643	{"en_US": "Russian Ruble"}	RUB	0.01	2	f	after	{"en_US": "Ruble"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
112	RWF	646	{"en_US": "Rwandan Franc"}	RWF	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
113	SAR	682	{"en_US": "Saudi Riyal"}	SAR	0.01	2	f	after	{"en_US": "Riyal"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
114	SBD	90	{"en_US": "Solomon Islands Dollar"}	SBD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
115	SCR	690	{"en_US": "Seychellois Rupee"}	SCR	0.01	2	f	after	{"en_US": "Rupee"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
116	SDG	938	{"en_US": "Sudanese Pound"}	SDG	0.01	2	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
117	SEK	752	{"en_US": "Swedish Krona"}	SEK	0.01	2	f	after	{"en_US": "Krona"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
118	SGD	702	{"en_US": "Singapore Dollar"}	SGD	0.01	2	f	before	{"en_US": "Dollars"}	{"en_US": "Cents"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
119	SHP	654	{"en_US": "St. Helena Pound"}	SHP	0.01	2	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
120	SLE	925	{"en_US": "Sierra Leonean Leone"}	SLE	0.01	2	f	after	{"en_US": "Leone"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
121	SOS	706	{"en_US": "Somali Shilling"}	SOS	1.0	0	f	after	{"en_US": "Shilling"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
122	SRD	968	{"en_US": "Surinamese Dollar"}	SRD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
123	SSP	728	{"en_US": "South Sudanese Pound"}	SSP	0.01	2	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
124	STN	930	{"en_US": "São Tomé & Príncipe Dobra"}	STN	0.01	2	f	after	{"en_US": "Dobra"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
125	SYP	760	{"en_US": "Syrian Pound"}	SYP	1.0	0	f	after	{"en_US": "Pound"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
126	SZL	748	{"en_US": "Swazi Lilangeni"}	SZL	0.01	2	f	after	{"en_US": "Lilangeni"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
127	THB	764	{"en_US": "Thai Baht"}	THB	0.01	2	f	after	{"en_US": "Baht"}	{"en_US": "Satang"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
128	TJS	972	{"en_US": "Tajikistani Somoni"}	TJS	0.01	2	f	after	{"en_US": "Somoni"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
129	TMT	934	{"en_US": "Turkmenistani Manat"}	TMT	0.01	2	f	after	{"en_US": "Manat"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
130	TND	788	{"en_US": "Tunisian Dinar"}	TND	0.001	3	f	after	{"en_US": "Dinar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
131	TOP	776	{"en_US": "Tongan Paʻanga"}	TOP	0.01	2	f	after	{"en_US": "Paʻanga"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
132	TRY	949	{"en_US": "Turkish Lira"}	TRY	0.01	2	f	after	{"en_US": "Lira"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
133	TTD	780	{"en_US": "Trinidad & Tobago Dollar"}	TTD	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
134	TWD	901	{"en_US": "New Taiwan Dollar"}	$	0.01	2	f	before	{"en_US": "Dollars"}	{"en_US": "Cents"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
135	TZS	834	{"en_US": "Tanzanian Shilling"}	TZS	0.01	2	f	after	{"en_US": "Shilling"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
136	UAH	980	{"en_US": "Ukrainian Hryvnia"}	UAH	0.01	2	f	after	{"en_US": "Hryvnia"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
137	UGX	800	{"en_US": "Ugandan Shilling"}	UGX	1.0	0	f	after	{"en_US": "Shilling"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
138	UYU	858	{"en_US": "Uruguayan Peso"}	UYU	0.01	2	f	after	{"en_US": "Peso"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
139	UZS	860	{"en_US": "Uzbekistani Som"}	UZS	0.01	2	f	after	{"en_US": "Som"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
140	VES	928	{"en_US": "Venezuelan Bolívar"}	VES	0.01	2	f	after	{"en_US": "Bolívar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
141	VND	704	{"en_US": "Vietnamese Dong"}	₫	1.0	0	f	after	{"en_US": "Dong"}	{"en_US": "Hao"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
142	VUV	548	{"en_US": "Vanuatu Vatu"}	VUV	1.0	0	f	after	{"en_US": "Vatu"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
143	WST	882	{"en_US": "Samoan Tala"}	WST	0.01	2	f	after	{"en_US": "Tala"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
144	XAF	950	{"en_US": "Central African CFA Franc"}	FCFA	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
145	XCD	951	{"en_US": "East Caribbean Dollar"}	$	0.01	2	f	after	{"en_US": "Dollar"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
146	XCG	532	{"en_US": "Caribbean guilder"}	Cg.	0.01	2	f	after	{"en_US": "Guilder"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
147	XOF	952	{"en_US": "West African CFA Franc"}	F CFA	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
148	XPF	953	{"en_US": "CFP Franc"}	CFPF	1.0	0	f	after	{"en_US": "Franc"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
149	YER	886	{"en_US": "Yemeni Rial"}	YER	1.0	0	f	after	{"en_US": "Rial"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
150	ZAR	710	{"en_US": "South African Rand"}	ZAR	0.01	2	f	after	{"en_US": "Rand"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
151	ZMW	967	{"en_US": "Zambian Kwacha"}	ZMW	0.01	2	f	after	{"en_US": "Kwacha"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
152	ZWG	924	{"en_US": "Zimbabwean Gold"}	ZWG	0.01	2	f	after	{"en_US": "Gold"}	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_groups" ("id", "name", "comment", "category_id", "color", "share", "api_key_duration", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Technical Features"}	{"en_US": "Sees fields and menus meant for developers, when the developer mode is on."}	5	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "Multi Companies"}	\N	5	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Multi Currencies"}	\N	5	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Bypass HTML Field Sanitize"}	{"en_US": "May save HTML that is otherwise cleaned of what could do harm."}	5	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "Access to export feature"}	\N	5	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	{"en_US": "Contact Creation"}	\N	32	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	{"en_US": "Access to Private Addresses"}	\N	32	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	{"en_US": "Internal User"}	\N	31	0	f	90	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	{"en_US": "Portal"}	{"en_US": "Customers and suppliers who see their own documents."}	31	0	t	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	{"en_US": "Public"}	{"en_US": "Visitors who have not signed in."}	31	0	t	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	{"en_US": "Access Rights"}	\N	29	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	{"en_US": "Settings"}	\N	29	0	f	0	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_groups_implied_rel" ("gid", "hid") FROM stdin;
8	1
11	5
11	6
11	8
12	4
12	11
\.
COPY "res_groups_users_rel" ("gid", "uid") FROM stdin;
1	1
1	2
1	3
1	6
4	1
4	2
5	1
5	2
5	3
5	6
6	1
6	2
6	3
6	6
8	1
8	2
8	3
8	6
9	5
10	4
11	1
11	2
12	1
12	2
\.
COPY "res_lang" ("id", "name", "code", "iso_code", "url_code", "active", "direction", "date_format", "time_format", "short_time_format", "week_start", "grouping", "decimal_point", "thousands_sep", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	English (US)	en_US	en	en	t	ltr	%m/%d/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	English (UK)	en_GB	en_GB	en_GB	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	English (Australia)	en_AU	en_AU	en_AU	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	English (Canada)	en_CA	en_CA	en_CA	f	ltr	%Y-%m-%d	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	English (India)	en_IN	en_IN	en_IN	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,2,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	English (New Zealand)	en_NZ	en_NZ	en_NZ	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	Vietnamese / Tiếng Việt	vi_VN	vi	vi	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	French (France) / Français	fr_FR	fr	fr	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	French (Belgium) / Français	fr_BE	fr_BE	fr_BE	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	French (Canada) / Français	fr_CA	fr_CA	fr_CA	f	ltr	%Y-%m-%d	%H:%M:%S	%H:%M	7	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	French (Switzerland) / Français	fr_CH	fr_CH	fr_CH	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	German (Germany) / Deutsch	de_DE	de	de	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	German (Switzerland) / Deutsch	de_CH	de_CH	de_CH	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	.	’	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	Spanish (Spain) / Español	es_ES	es	es	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	Spanish (Argentina) / Español	es_AR	es_AR	es_AR	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	Spanish (Chile) / Español	es_CL	es_CL	es_CL	f	ltr	%d-%m-%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	Spanish (Colombia) / Español	es_CO	es_CO	es_CO	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	Spanish (Mexico) / Español	es_MX	es_MX	es_MX	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	Spanish (Peru) / Español	es_PE	es_PE	es_PE	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	Italian / Italiano	it_IT	it	it	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	Dutch (Netherlands) / Nederlands	nl_NL	nl	nl	f	ltr	%d-%m-%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
22	Dutch (Belgium) / Nederlands	nl_BE	nl_BE	nl_BE	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
23	Portuguese (Portugal) / Português	pt_PT	pt	pt	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
24	Portuguese (Brazil) / Português	pt_BR	pt_BR	pt_BR	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
25	Polish / Polski	pl_PL	pl	pl	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
26	Russian / Русский	ru_RU	ru	ru	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
27	Ukrainian / Українська	uk_UA	uk	uk	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
28	Czech / Čeština	cs_CZ	cs	cs	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
29	Slovak / Slovenčina	sk_SK	sk	sk	f	ltr	%d. %m. %Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
30	Slovenian / Slovenščina	sl_SI	sl	sl	f	ltr	%d. %m. %Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
31	Hungarian / Magyar	hu_HU	hu	hu	f	ltr	%Y. %m. %d.	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
32	Romanian / Română	ro_RO	ro	ro	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
33	Bulgarian / Български	bg_BG	bg	bg	f	ltr	%d.%m.%Y .	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
34	Croatian / Hrvatski	hr_HR	hr	hr	f	ltr	%d. %m. %Y.	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
35	Greek / Ελληνικά	el_GR	el	el	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
36	Turkish / Türkçe	tr_TR	tr	tr	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
37	Arabic / الْعَرَبيّة	ar_001	ar	ar	f	rtl	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
38	Hebrew / עברית	he_IL	he	he	f	rtl	%d.%m.%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
39	Persian / فارسی	fa_IR	fa	fa	f	rtl	%Y/%m/%d	%H:%M:%S	%H:%M	6	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
40	Hindi / हिन्दी	hi_IN	hi	hi	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,2,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
41	Thai / ไทย	th_TH	th	th	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
42	Lao / ລາວ	lo_LA	lo	lo	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
43	Khmer / ខ្មែរ	km_KH	km	km	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
44	Burmese / မြန်မာ	my_MM	my	my	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
45	Indonesian / Indonesia	id_ID	id	id	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
46	Malay / Melayu	ms_MY	ms	ms	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
47	Chinese (China) / 中文	zh_CN	zh_CN	zh_CN	f	ltr	%Y/%m/%d	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
48	Chinese (Taiwan) / 中文	zh_TW	zh_TW	zh_TW	f	ltr	%Y/%m/%d	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
49	Chinese (Hong Kong SAR China) / 中文	zh_HK	zh_HK	zh_HK	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
50	Japanese / 日本語	ja_JP	ja	ja	f	ltr	%Y/%m/%d	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
51	Korean / 한국어	ko_KR	ko	ko	f	ltr	%Y. %m. %d.	%H:%M:%S	%H:%M	7	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
52	Swedish / Svenska	sv_SE	sv	sv	f	ltr	%Y-%m-%d	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
53	Danish / Dansk	da_DK	da	da	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
54	Norwegian Bokmål / Norsk bokmål	nb_NO	nb_NO	nb_NO	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
55	Finnish / Suomi	fi_FI	fi	fi	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
56	Estonian / Eesti	et_EE	et	et	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
57	Latvian / Latviešu	lv_LV	lv	lv	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
58	Lithuanian / Lietuvių	lt_LT	lt	lt	f	ltr	%Y-%m-%d	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
59	Catalan / Català	ca_ES	ca	ca	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
60	Basque / Euskara	eu_ES	eu	eu	f	ltr	%Y/%m/%d	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
61	Galician / Galego	gl_ES	gl	gl	f	ltr	%d/%m/%Y	%H:%M:%S	%H:%M	1	[3,0]	,	.	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
62	Mongolian / Монгол	mn_MN	mn	mn	f	ltr	%Y.%m.%d	%H:%M:%S	%H:%M	1	[3,0]	.	,	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
63	Georgian / Ქართული	ka_GE	ka	ka	f	ltr	%d.%m.%Y	%H:%M:%S	%H:%M	1	[3,0]	,	 	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_partner" ("id", "name", "complete_name", "title", "parent_id", "ref", "date", "lang", "tz", "user_id", "vat", "company_registry", "website", "comment", "active", "employee", "function", "type", "street", "street2", "zip", "city", "state_id", "country_id", "partner_latitude", "partner_longitude", "email", "phone", "mobile", "is_company", "industry_id", "company_id", "color", "partner_share", "commercial_partner_id", "commercial_company_name", "company_name", "barcode", "create_uid", "create_date", "write_uid", "write_date", "x_nick") FROM stdin;
1	My Company	My Company	\N	\N	\N	\N	en_US	\N	\N	\N	\N		\N	t	\N	\N	contact		\N			\N	\N	\N	\N			\N	t	\N	\N	\N	t	1	My Company	\N	\N	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:34.543753	\N
2	System	System	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	\N	\N	contact	\N	\N	\N	\N	\N	\N	\N	\N	system@example.com	\N	\N	f	\N	1	\N	f	2	\N	\N	\N	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:34.543753	\N
3	Administrator	Administrator	\N	\N	\N	\N	en_US	\N	\N	\N	\N	\N	\N	t	f	\N	contact	\N	\N	\N	\N	\N	\N	0.0	0.0	admin@yourcompany.example.com	\N	\N	f	\N	1	0	f	3	\N	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
4	Default User Template	Default User Template	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	f	\N	contact	\N	\N	\N	\N	\N	\N	0.0	0.0	\N	\N	\N	f	\N	\N	0	t	4	\N	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
5	Public user	Public user	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	f	\N	contact	\N	\N	\N	\N	\N	\N	0.0	0.0	\N	\N	\N	f	\N	\N	0	t	5	\N	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
6	Portal User Template	Portal User Template	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	f	\N	contact	\N	\N	\N	\N	\N	\N	0.0	0.0	\N	\N	\N	f	\N	\N	0	t	6	\N	\N	\N	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
7	Nguyễn Thị Ánh	Nguyễn Thị Ánh	\N	\N	\N	\N	en_US	\N	\N	\N	\N	\N	\N	t	f	\N	contact	\N	\N	\N	Huế	\N	\N	0.0	0.0	anh@example.com	\N	\N	f	\N	\N	0	t	7	\N	\N	\N	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994	Annie
8	Clerk	Clerk	\N	\N	\N	\N	en_US	\N	\N	\N	\N	\N	\N	t	f	\N	contact	\N	\N	\N	\N	\N	\N	0.0	0.0	\N	\N	\N	f	\N	\N	0	f	8	\N	\N	\N	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994	\N
\.
COPY "res_partner_industry" ("id", "name", "full_name", "active", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Agriculture"}	{"en_US": "A - AGRICULTURE, FORESTRY AND FISHING"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "Mining"}	{"en_US": "B - MINING AND QUARRYING"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Manufacturing"}	{"en_US": "C - MANUFACTURING"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Energy supply"}	{"en_US": "D - ELECTRICITY, GAS, STEAM AND AIR CONDITIONING SUPPLY"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "Water supply"}	{"en_US": "E - WATER SUPPLY; SEWERAGE, WASTE MANAGEMENT AND REMEDIATION ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
6	{"en_US": "Construction"}	{"en_US": "F - CONSTRUCTION"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
7	{"en_US": "Wholesale/Retail"}	{"en_US": "G - WHOLESALE AND RETAIL TRADE; REPAIR OF MOTOR VEHICLES AND MOTORCYCLES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
8	{"en_US": "Transportation/Logistics"}	{"en_US": "H - TRANSPORTATION AND STORAGE"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
9	{"en_US": "Food/Hospitality"}	{"en_US": "I - ACCOMMODATION AND FOOD SERVICE ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
10	{"en_US": "IT/Communication"}	{"en_US": "J - INFORMATION AND COMMUNICATION"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
11	{"en_US": "Finance/Insurance"}	{"en_US": "K - FINANCIAL AND INSURANCE ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
12	{"en_US": "Real Estate"}	{"en_US": "L - REAL ESTATE ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
13	{"en_US": "Scientific"}	{"en_US": "M - PROFESSIONAL, SCIENTIFIC AND TECHNICAL ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
14	{"en_US": "Administrative/Utilities"}	{"en_US": "N - ADMINISTRATIVE AND SUPPORT SERVICE ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
15	{"en_US": "Public Administration"}	{"en_US": "O - PUBLIC ADMINISTRATION AND DEFENCE; COMPULSORY SOCIAL SECURITY"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
16	{"en_US": "Education"}	{"en_US": "P - EDUCATION"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
17	{"en_US": "Health/Social"}	{"en_US": "Q - HUMAN HEALTH AND SOCIAL WORK ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
18	{"en_US": "Entertainment"}	{"en_US": "R - ARTS, ENTERTAINMENT AND RECREATION"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
19	{"en_US": "Other Services"}	{"en_US": "S - OTHER SERVICE ACTIVITIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
20	{"en_US": "Households"}	{"en_US": "T - ACTIVITIES OF HOUSEHOLDS AS EMPLOYERS"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
21	{"en_US": "Extraterritorial"}	{"en_US": "U - ACTIVITIES OF EXTRATERRITORIAL ORGANISATIONS AND BODIES"}	t	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_partner_title" ("id", "name", "shortcut", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	{"en_US": "Madam"}	{"en_US": "Mrs."}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
2	{"en_US": "Miss"}	{"en_US": "Miss"}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
3	{"en_US": "Mister"}	{"en_US": "Mr."}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
4	{"en_US": "Doctor"}	{"en_US": "Dr."}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
5	{"en_US": "Professor"}	{"en_US": "Prof."}	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753
\.
COPY "res_users" ("id", "partner_id", "login", "signature", "active", "action_id", "share", "company_id", "create_uid", "create_date", "write_uid", "write_date", "password") FROM stdin;
1	2	__system__	<span>System</span>	f	\N	f	1	1	2026-11-21 22:20:30.101549	1	2026-11-21 22:20:34.543753	\N
2	3	admin	<span>Administrator</span>	t	\N	f	1	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	$argon2id$v=19$m=64,t=1,p=1$UTs3wySZO+o8Z3DUkV4Cgw$/kaaEN6o3s2cka5Sdi7ZcADViUxgr5jaLgOBy3oepsE
3	4	default	<p>Default User Template</p>	f	\N	f	1	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
4	5	public		f	\N	t	1	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
5	6	portaltemplate	<p>Portal User Template</p>	f	\N	t	1	1	2026-11-21 22:20:34.543753	1	2026-11-21 22:20:34.543753	\N
6	8	clerk	<p>Clerk</p>	t	\N	f	1	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994	$argon2id$v=19$m=64,t=1,p=1$4m3te5IdMVKjP2Ac1+IzYg$djd/GlRQQpnYf3TgfyquB8uG9T+GORH3NM9btfyRWXk
\.
COPY "rule_group_rel" ("rule_group_id", "group_id") FROM stdin;
3	9
3	10
4	8
5	12
6	8
7	8
8	11
9	9
10	8
11	10
12	11
16	8
16	9
16	10
17	12
18	8
19	12
22	8
23	12
\.
COPY "shop_item" ("id", "name", "cost", "owner_id", "create_uid", "create_date", "write_uid", "write_date") FROM stdin;
1	Shipped	3	\N	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:40.547994
2	Edited by an administrator	0	\N	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:40.547994
3	Gone	0	\N	1	2026-11-21 22:20:39.616646	1	2026-11-21 22:20:39.616646
4	Lamp	12.5	7	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994
5	Chair	40	\N	1	2026-11-21 22:20:40.547994	1	2026-11-21 22:20:40.547994
\.
ALTER TABLE base_import_history ADD CONSTRAINT "base_import_history_pkey" PRIMARY KEY (id);
ALTER TABLE base_import_import ADD CONSTRAINT "base_import_import_pkey" PRIMARY KEY (id);
ALTER TABLE base_import_mapping ADD CONSTRAINT "base_import_mapping_pkey" PRIMARY KEY (id);
ALTER TABLE base_language_install ADD CONSTRAINT "base_language_install_pkey" PRIMARY KEY (id);
ALTER TABLE base_module_uninstall_ir_module_module_rel ADD CONSTRAINT "base_module_uninstall_ir_module_module_rel_pkey" PRIMARY KEY (base_module_uninstall_id, ir_module_module_id);
ALTER TABLE base_module_uninstall ADD CONSTRAINT "base_module_uninstall_pkey" PRIMARY KEY (id);
ALTER TABLE change_password_own ADD CONSTRAINT "change_password_own_pkey" PRIMARY KEY (id);
ALTER TABLE change_password_user ADD CONSTRAINT "change_password_user_pkey" PRIMARY KEY (id);
ALTER TABLE change_password_wizard ADD CONSTRAINT "change_password_wizard_pkey" PRIMARY KEY (id);
ALTER TABLE decimal_precision ADD CONSTRAINT "decimal_precision_name_uniq" UNIQUE (name);
ALTER TABLE decimal_precision ADD CONSTRAINT "decimal_precision_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_client ADD CONSTRAINT "ir_act_client_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_report_xml ADD CONSTRAINT "ir_act_report_xml_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_server_group_rel ADD CONSTRAINT "ir_act_server_group_rel_pkey" PRIMARY KEY (act_id, gid);
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_url ADD CONSTRAINT "ir_act_url_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_window_close ADD CONSTRAINT "ir_act_window_close_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_window_group_rel ADD CONSTRAINT "ir_act_window_group_rel_pkey" PRIMARY KEY (act_id, gid);
ALTER TABLE ir_act_window ADD CONSTRAINT "ir_act_window_pkey" PRIMARY KEY (id);
ALTER TABLE ir_act_window_view ADD CONSTRAINT "ir_act_window_view_act_window_view_unique_mode_per_action" UNIQUE (act_window_id, view_mode);
ALTER TABLE ir_act_window_view ADD CONSTRAINT "ir_act_window_view_pkey" PRIMARY KEY (id);
ALTER TABLE ir_actions_todo ADD CONSTRAINT "ir_actions_todo_pkey" PRIMARY KEY (id);
ALTER TABLE ir_asset ADD CONSTRAINT "ir_asset_pkey" PRIMARY KEY (id);
ALTER TABLE ir_attachment ADD CONSTRAINT "ir_attachment_pkey" PRIMARY KEY (id);
ALTER TABLE ir_config_parameter ADD CONSTRAINT "ir_config_parameter_key_uniq" UNIQUE (key);
ALTER TABLE ir_config_parameter ADD CONSTRAINT "ir_config_parameter_pkey" PRIMARY KEY (id);
ALTER TABLE ir_cron ADD CONSTRAINT "ir_cron_check_strictly_positive_interval" CHECK ((interval_number > 0));
ALTER TABLE ir_cron ADD CONSTRAINT "ir_cron_pkey" PRIMARY KEY (id);
ALTER TABLE ir_cron_progress ADD CONSTRAINT "ir_cron_progress_pkey" PRIMARY KEY (id);
ALTER TABLE ir_cron_trigger ADD CONSTRAINT "ir_cron_trigger_pkey" PRIMARY KEY (id);
ALTER TABLE ir_default ADD CONSTRAINT "ir_default_pkey" PRIMARY KEY (id);
ALTER TABLE ir_exports_line ADD CONSTRAINT "ir_exports_line_pkey" PRIMARY KEY (id);
ALTER TABLE ir_exports ADD CONSTRAINT "ir_exports_pkey" PRIMARY KEY (id);
ALTER TABLE ir_filters ADD CONSTRAINT "ir_filters_pkey" PRIMARY KEY (id);
ALTER TABLE ir_logging ADD CONSTRAINT "ir_logging_pkey" PRIMARY KEY (id);
ALTER TABLE ir_mail_server ADD CONSTRAINT "ir_mail_server_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_access ADD CONSTRAINT "ir_model_access_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_constraint ADD CONSTRAINT "ir_model_constraint_module_name_uniq" UNIQUE (name, module);
ALTER TABLE ir_model_constraint ADD CONSTRAINT "ir_model_constraint_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_data ADD CONSTRAINT "ir_model_data_module_name_uniq" UNIQUE (module, name);
ALTER TABLE ir_model_data ADD CONSTRAINT "ir_model_data_name_nospaces" CHECK ((name !~~ '%% %%'::text));
ALTER TABLE ir_model_data ADD CONSTRAINT "ir_model_data_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_fields_group_rel ADD CONSTRAINT "ir_model_fields_group_rel_pkey" PRIMARY KEY (field_id, group_id);
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_name_unique" UNIQUE (model, name);
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_fields_selection ADD CONSTRAINT "ir_model_fields_selection_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_fields_selection ADD CONSTRAINT "ir_model_fields_selection_selection_field_uniq" UNIQUE (field_id, value);
ALTER TABLE ir_model ADD CONSTRAINT "ir_model_obj_name_uniq" UNIQUE (model);
ALTER TABLE ir_model ADD CONSTRAINT "ir_model_pkey" PRIMARY KEY (id);
ALTER TABLE ir_model_relation ADD CONSTRAINT "ir_model_relation_pkey" PRIMARY KEY (id);
ALTER TABLE ir_module_category ADD CONSTRAINT "ir_module_category_pkey" PRIMARY KEY (id);
ALTER TABLE ir_module_module_dependency ADD CONSTRAINT "ir_module_module_dependency_pkey" PRIMARY KEY (id);
ALTER TABLE ir_module_module_exclusion ADD CONSTRAINT "ir_module_module_exclusion_pkey" PRIMARY KEY (id);
ALTER TABLE ir_module_module ADD CONSTRAINT "ir_module_module_name_uniq" UNIQUE (name);
ALTER TABLE ir_module_module ADD CONSTRAINT "ir_module_module_pkey" PRIMARY KEY (id);
ALTER TABLE ir_rule ADD CONSTRAINT "ir_rule_no_access_rights" CHECK ((perm_read OR perm_write OR perm_create OR perm_unlink));
ALTER TABLE ir_rule ADD CONSTRAINT "ir_rule_pkey" PRIMARY KEY (id);
ALTER TABLE ir_sequence_date_range ADD CONSTRAINT "ir_sequence_date_range_pkey" PRIMARY KEY (id);
ALTER TABLE ir_sequence_date_range ADD CONSTRAINT "ir_sequence_date_range_unique_range_per_sequence" UNIQUE (sequence_id, date_from, date_to);
ALTER TABLE ir_sequence ADD CONSTRAINT "ir_sequence_pkey" PRIMARY KEY (id);
ALTER TABLE ir_ui_menu_group_rel ADD CONSTRAINT "ir_ui_menu_group_rel_pkey" PRIMARY KEY (menu_id, gid);
ALTER TABLE ir_ui_menu ADD CONSTRAINT "ir_ui_menu_pkey" PRIMARY KEY (id);
ALTER TABLE ir_ui_view_custom ADD CONSTRAINT "ir_ui_view_custom_pkey" PRIMARY KEY (id);
ALTER TABLE ir_ui_view_group_rel ADD CONSTRAINT "ir_ui_view_group_rel_pkey" PRIMARY KEY (view_id, group_id);
ALTER TABLE ir_ui_view ADD CONSTRAINT "ir_ui_view_inheritance_mode" CHECK (((mode <> 'extension'::text) OR (inherit_id IS NOT NULL)));
ALTER TABLE ir_ui_view ADD CONSTRAINT "ir_ui_view_pkey" PRIMARY KEY (id);
ALTER TABLE ir_ui_view ADD CONSTRAINT "ir_ui_view_qweb_required_key" CHECK (((type <> 'qweb'::text) OR (key IS NOT NULL)));
ALTER TABLE rel_server_actions ADD CONSTRAINT "rel_server_actions_pkey" PRIMARY KEY (server_id, action_id);
ALTER TABLE report_layout ADD CONSTRAINT "report_layout_pkey" PRIMARY KEY (id);
ALTER TABLE report_paperformat ADD CONSTRAINT "report_paperformat_pkey" PRIMARY KEY (id);
ALTER TABLE res_bank ADD CONSTRAINT "res_bank_pkey" PRIMARY KEY (id);
ALTER TABLE res_company ADD CONSTRAINT "res_company_name_uniq" UNIQUE (name);
ALTER TABLE res_company ADD CONSTRAINT "res_company_pkey" PRIMARY KEY (id);
ALTER TABLE res_company_users_rel ADD CONSTRAINT "res_company_users_rel_pkey" PRIMARY KEY (cid, user_id);
ALTER TABLE res_config_installer ADD CONSTRAINT "res_config_installer_pkey" PRIMARY KEY (id);
ALTER TABLE res_config ADD CONSTRAINT "res_config_pkey" PRIMARY KEY (id);
ALTER TABLE res_config_settings ADD CONSTRAINT "res_config_settings_pkey" PRIMARY KEY (id);
ALTER TABLE res_country ADD CONSTRAINT "res_country_code_uniq" UNIQUE (code);
ALTER TABLE res_country_group ADD CONSTRAINT "res_country_group_pkey" PRIMARY KEY (id);
ALTER TABLE res_country ADD CONSTRAINT "res_country_name_uniq" UNIQUE (name);
ALTER TABLE res_country ADD CONSTRAINT "res_country_pkey" PRIMARY KEY (id);
ALTER TABLE res_country_res_country_group_rel ADD CONSTRAINT "res_country_res_country_group_rel_pkey" PRIMARY KEY (res_country_id, res_country_group_id);
ALTER TABLE res_country_state ADD CONSTRAINT "res_country_state_name_code_uniq" UNIQUE (country_id, code);
ALTER TABLE res_country_state ADD CONSTRAINT "res_country_state_pkey" PRIMARY KEY (id);
ALTER TABLE res_currency ADD CONSTRAINT "res_currency_pkey" PRIMARY KEY (id);
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_currency_rate_check" CHECK ((rate > (0)::numeric));
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_pkey" PRIMARY KEY (id);
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_unique_name_per_day" UNIQUE (name, currency_id, company_id);
ALTER TABLE res_currency ADD CONSTRAINT "res_currency_rounding_gt_zero" CHECK ((rounding > (0)::numeric));
ALTER TABLE res_currency ADD CONSTRAINT "res_currency_unique_name" UNIQUE (name);
ALTER TABLE res_groups ADD CONSTRAINT "res_groups_check_api_key_duration" CHECK ((api_key_duration >= (0)::double precision));
ALTER TABLE res_groups_implied_rel ADD CONSTRAINT "res_groups_implied_rel_pkey" PRIMARY KEY (gid, hid);
ALTER TABLE res_groups ADD CONSTRAINT "res_groups_name_uniq" UNIQUE (category_id, name);
ALTER TABLE res_groups ADD CONSTRAINT "res_groups_pkey" PRIMARY KEY (id);
ALTER TABLE res_groups_report_rel ADD CONSTRAINT "res_groups_report_rel_pkey" PRIMARY KEY (uid, gid);
ALTER TABLE res_groups_users_rel ADD CONSTRAINT "res_groups_users_rel_pkey" PRIMARY KEY (gid, uid);
ALTER TABLE res_lang ADD CONSTRAINT "res_lang_code_uniq" UNIQUE (code);
ALTER TABLE res_lang_install_rel ADD CONSTRAINT "res_lang_install_rel_pkey" PRIMARY KEY (language_wizard_id, lang_id);
ALTER TABLE res_lang ADD CONSTRAINT "res_lang_name_uniq" UNIQUE (name);
ALTER TABLE res_lang ADD CONSTRAINT "res_lang_pkey" PRIMARY KEY (id);
ALTER TABLE res_lang ADD CONSTRAINT "res_lang_url_code_uniq" UNIQUE (url_code);
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_pkey" PRIMARY KEY (id);
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_unique_number" UNIQUE (sanitized_acc_number, partner_id);
ALTER TABLE res_partner_category ADD CONSTRAINT "res_partner_category_pkey" PRIMARY KEY (id);
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_check_name" CHECK ((((type = 'contact'::text) AND (name IS NOT NULL)) OR (type <> 'contact'::text)));
ALTER TABLE res_partner_industry ADD CONSTRAINT "res_partner_industry_pkey" PRIMARY KEY (id);
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_pkey" PRIMARY KEY (id);
ALTER TABLE res_partner_res_partner_category_rel ADD CONSTRAINT "res_partner_res_partner_category_rel_pkey" PRIMARY KEY (partner_id, category_id);
ALTER TABLE res_partner_title ADD CONSTRAINT "res_partner_title_pkey" PRIMARY KEY (id);
ALTER TABLE res_users_apikeys_description ADD CONSTRAINT "res_users_apikeys_description_pkey" PRIMARY KEY (id);
ALTER TABLE res_users_apikeys ADD CONSTRAINT "res_users_apikeys_pkey" PRIMARY KEY (id);
ALTER TABLE res_users_log ADD CONSTRAINT "res_users_log_pkey" PRIMARY KEY (id);
ALTER TABLE res_users ADD CONSTRAINT "res_users_login_key" UNIQUE (login);
ALTER TABLE res_users ADD CONSTRAINT "res_users_pkey" PRIMARY KEY (id);
ALTER TABLE res_users_settings ADD CONSTRAINT "res_users_settings_pkey" PRIMARY KEY (id);
ALTER TABLE res_users_settings ADD CONSTRAINT "res_users_settings_unique_user_id" UNIQUE (user_id);
ALTER TABLE rule_group_rel ADD CONSTRAINT "rule_group_rel_pkey" PRIMARY KEY (rule_group_id, group_id);
ALTER TABLE shop_item ADD CONSTRAINT "shop_item_pkey" PRIMARY KEY (id);
ALTER TABLE web_list_preference ADD CONSTRAINT "web_list_preference_pkey" PRIMARY KEY (id);
ALTER TABLE web_list_preference ADD CONSTRAINT "web_list_preference_user_view_uniq" UNIQUE (user_id, model, view);
ALTER TABLE web_login_attempt ADD CONSTRAINT "web_login_attempt_pkey" PRIMARY KEY (id);
ALTER TABLE web_session ADD CONSTRAINT "web_session_pkey" PRIMARY KEY (id);
ALTER TABLE web_session ADD CONSTRAINT "web_session_token_unique" UNIQUE (token_hash);
ALTER TABLE workflow_history ADD CONSTRAINT "workflow_history_pkey" PRIMARY KEY (id);
ALTER TABLE workflow_step_mode ADD CONSTRAINT "workflow_step_mode_one_per_step" UNIQUE NULLS NOT DISTINCT (company_id, policy, step);
ALTER TABLE workflow_step_mode ADD CONSTRAINT "workflow_step_mode_pkey" PRIMARY KEY (id);
CREATE INDEX base_import_history_res_model_index ON public.base_import_history USING btree (res_model);
CREATE INDEX base_import_mapping_res_model_index ON public.base_import_mapping USING btree (res_model);
CREATE INDEX base_module_uninstall_ir_module_module_rel_ir_modu_93674f7b_idx ON public.base_module_uninstall_ir_module_module_rel USING btree (ir_module_module_id);
CREATE INDEX ir_act_server_group_rel_gid_idx ON public.ir_act_server_group_rel USING btree (gid);
CREATE INDEX ir_act_server_model_id_index ON public.ir_act_server USING btree (model_id);
CREATE INDEX ir_act_window_group_rel_gid_idx ON public.ir_act_window_group_rel USING btree (gid);
CREATE INDEX ir_act_window_view_act_window_id_index ON public.ir_act_window_view USING btree (act_window_id) WHERE (act_window_id IS NOT NULL);
CREATE INDEX ir_actions_todo_action_id_index ON public.ir_actions_todo USING btree (action_id);
CREATE INDEX ir_attachment_original_id_index ON public.ir_attachment USING btree (original_id) WHERE (original_id IS NOT NULL);
CREATE INDEX ir_attachment_res_idx ON public.ir_attachment USING btree (res_model, res_id);
CREATE INDEX ir_attachment_store_fname_index ON public.ir_attachment USING btree (store_fname);
CREATE INDEX ir_attachment_url_index ON public.ir_attachment USING btree (url) WHERE (url IS NOT NULL);
CREATE INDEX ir_config_parameter_key_sort ON public.ir_config_parameter USING btree (sen_sort_key(key) COLLATE "C");
CREATE INDEX ir_cron_progress_cron_id_index ON public.ir_cron_progress USING btree (cron_id);
CREATE INDEX ir_cron_trigger_call_at_index ON public.ir_cron_trigger USING btree (call_at);
CREATE INDEX ir_cron_trigger_cron_id_index ON public.ir_cron_trigger USING btree (cron_id);
CREATE INDEX ir_default_company_id_index ON public.ir_default USING btree (company_id);
CREATE INDEX ir_default_field_id_index ON public.ir_default USING btree (field_id);
CREATE INDEX ir_default_user_id_index ON public.ir_default USING btree (user_id);
CREATE INDEX ir_exports_line_export_id_index ON public.ir_exports_line USING btree (export_id);
CREATE INDEX ir_exports_name_sort ON public.ir_exports USING btree (sen_sort_key(name) COLLATE "C");
CREATE INDEX ir_exports_resource_index ON public.ir_exports USING btree (resource);
CREATE INDEX ir_filters_action_id_index ON public.ir_filters USING btree (action_id);
CREATE INDEX ir_logging_dbname_index ON public.ir_logging USING btree (dbname);
CREATE INDEX ir_logging_level_index ON public.ir_logging USING btree (level);
CREATE INDEX ir_logging_type_index ON public.ir_logging USING btree (type);
CREATE INDEX ir_mail_server_name_index ON public.ir_mail_server USING btree (name);
CREATE INDEX ir_model_access_group_id_index ON public.ir_model_access USING btree (group_id);
CREATE INDEX ir_model_access_model_id_index ON public.ir_model_access USING btree (model_id);
CREATE INDEX ir_model_access_name_index ON public.ir_model_access USING btree (name);
CREATE INDEX ir_model_constraint_model_index ON public.ir_model_constraint USING btree (model);
CREATE INDEX ir_model_constraint_module_index ON public.ir_model_constraint USING btree (module);
CREATE INDEX ir_model_constraint_name_index ON public.ir_model_constraint USING btree (name);
CREATE INDEX ir_model_constraint_type_index ON public.ir_model_constraint USING btree (type);
CREATE INDEX ir_model_data_model_res_id_index ON public.ir_model_data USING btree (model, res_id);
CREATE INDEX ir_model_fields_complete_name_index ON public.ir_model_fields USING btree (complete_name);
CREATE INDEX ir_model_fields_group_rel_group_id_idx ON public.ir_model_fields_group_rel USING btree (group_id);
CREATE INDEX ir_model_fields_model_id_index ON public.ir_model_fields USING btree (model_id);
CREATE INDEX ir_model_fields_model_index ON public.ir_model_fields USING btree (model);
CREATE INDEX ir_model_fields_name_index ON public.ir_model_fields USING btree (name);
CREATE INDEX ir_model_fields_selection_field_id_index ON public.ir_model_fields_selection USING btree (field_id);
CREATE INDEX ir_model_fields_state_index ON public.ir_model_fields USING btree (state);
CREATE INDEX ir_model_relation_model_index ON public.ir_model_relation USING btree (model);
CREATE INDEX ir_model_relation_module_index ON public.ir_model_relation USING btree (module);
CREATE INDEX ir_model_relation_name_index ON public.ir_model_relation USING btree (name);
CREATE INDEX ir_module_category_parent_id_index ON public.ir_module_category USING btree (parent_id);
CREATE INDEX ir_module_module_category_id_index ON public.ir_module_module USING btree (category_id);
CREATE INDEX ir_module_module_dependency_module_id_index ON public.ir_module_module_dependency USING btree (module_id);
CREATE INDEX ir_module_module_dependency_name_index ON public.ir_module_module_dependency USING btree (name);
CREATE INDEX ir_module_module_exclusion_module_id_index ON public.ir_module_module_exclusion USING btree (module_id);
CREATE INDEX ir_module_module_exclusion_name_index ON public.ir_module_module_exclusion USING btree (name);
CREATE INDEX ir_module_module_state_index ON public.ir_module_module USING btree (state);
CREATE INDEX ir_rule_model_id_index ON public.ir_rule USING btree (model_id);
CREATE INDEX ir_sequence_date_range_sequence_id_index ON public.ir_sequence_date_range USING btree (sequence_id);
CREATE INDEX ir_sequence_name_sort ON public.ir_sequence USING btree (sen_sort_key(name) COLLATE "C");
CREATE INDEX ir_ui_menu_group_rel_gid_idx ON public.ir_ui_menu_group_rel USING btree (gid);
CREATE INDEX ir_ui_menu_parent_id_index ON public.ir_ui_menu USING btree (parent_id);
CREATE INDEX ir_ui_menu_parent_path_index ON public.ir_ui_menu USING btree (parent_path);
CREATE INDEX ir_ui_menu_parent_path_pattern ON public.ir_ui_menu USING btree (parent_path text_pattern_ops);
CREATE INDEX ir_ui_view_custom_ref_id_index ON public.ir_ui_view_custom USING btree (ref_id);
CREATE INDEX ir_ui_view_custom_user_id_index ON public.ir_ui_view_custom USING btree (user_id);
CREATE INDEX ir_ui_view_group_rel_group_id_idx ON public.ir_ui_view_group_rel USING btree (group_id);
CREATE INDEX ir_ui_view_inherit_id_index ON public.ir_ui_view USING btree (inherit_id);
CREATE INDEX ir_ui_view_key_index ON public.ir_ui_view USING btree (key) WHERE (key IS NOT NULL);
CREATE INDEX ir_ui_view_model_index ON public.ir_ui_view USING btree (model);
CREATE INDEX rel_server_actions_action_id_idx ON public.rel_server_actions USING btree (action_id);
CREATE INDEX res_bank_bic_index ON public.res_bank USING btree (bic);
CREATE INDEX res_bank_name_sort ON public.res_bank USING btree (sen_sort_key(name) COLLATE "C");
CREATE INDEX res_company_parent_id_index ON public.res_company USING btree (parent_id);
CREATE INDEX res_company_parent_path_index ON public.res_company USING btree (parent_path);
CREATE INDEX res_company_parent_path_pattern ON public.res_company USING btree (parent_path text_pattern_ops);
CREATE INDEX res_company_users_rel_user_id_idx ON public.res_company_users_rel USING btree (user_id);
CREATE INDEX res_country_res_country_group_rel_res_country_group_id_idx ON public.res_country_res_country_group_rel USING btree (res_country_group_id);
CREATE INDEX res_country_state_country_id_index ON public.res_country_state USING btree (country_id);
CREATE INDEX res_currency_rate_currency_id_index ON public.res_currency_rate USING btree (currency_id);
CREATE INDEX res_currency_rate_name_index ON public.res_currency_rate USING btree (name);
CREATE INDEX res_groups_category_id_index ON public.res_groups USING btree (category_id);
CREATE INDEX res_groups_implied_rel_hid_idx ON public.res_groups_implied_rel USING btree (hid);
CREATE INDEX res_groups_report_rel_gid_idx ON public.res_groups_report_rel USING btree (gid);
CREATE INDEX res_groups_users_rel_uid_idx ON public.res_groups_users_rel USING btree (uid);
CREATE INDEX res_lang_install_rel_lang_id_idx ON public.res_lang_install_rel USING btree (lang_id);
CREATE INDEX res_partner_bank_partner_id_index ON public.res_partner_bank USING btree (partner_id);
CREATE INDEX res_partner_category_parent_id_index ON public.res_partner_category USING btree (parent_id);
CREATE INDEX res_partner_category_parent_path_index ON public.res_partner_category USING btree (parent_path);
CREATE INDEX res_partner_category_parent_path_pattern ON public.res_partner_category USING btree (parent_path text_pattern_ops);
CREATE INDEX res_partner_commercial_partner_id_index ON public.res_partner USING btree (commercial_partner_id);
CREATE INDEX res_partner_company_id_index ON public.res_partner USING btree (company_id);
CREATE INDEX res_partner_complete_name_index ON public.res_partner USING btree (complete_name);
CREATE INDEX res_partner_date_index ON public.res_partner USING btree (date);
CREATE INDEX res_partner_name_index ON public.res_partner USING btree (name);
CREATE INDEX res_partner_parent_id_index ON public.res_partner USING btree (parent_id);
CREATE INDEX res_partner_ref_index ON public.res_partner USING btree (ref);
CREATE INDEX res_partner_res_partner_category_rel_category_id_idx ON public.res_partner_res_partner_category_rel USING btree (category_id);
CREATE INDEX res_partner_vat_index ON public.res_partner USING btree (vat);
CREATE INDEX res_users_apikeys_user_id_index ON public.res_users_apikeys USING btree (user_id);
CREATE INDEX res_users_apikeys_user_id_index_idx ON public.res_users_apikeys USING btree (user_id, index);
CREATE INDEX res_users_log_create_uid_index ON public.res_users_log USING btree (create_uid);
CREATE INDEX res_users_partner_id_index ON public.res_users USING btree (partner_id);
CREATE INDEX rule_group_rel_group_id_idx ON public.rule_group_rel USING btree (group_id);
CREATE INDEX web_list_preference_user_id_index ON public.web_list_preference USING btree (user_id);
CREATE INDEX web_login_attempt_address_index ON public.web_login_attempt USING btree (address);
CREATE INDEX web_login_attempt_failed_at_index ON public.web_login_attempt USING btree (failed_at);
CREATE INDEX web_session_seen_at_index ON public.web_session USING btree (seen_at);
CREATE INDEX web_session_token_hash_index ON public.web_session USING btree (token_hash);
CREATE INDEX web_session_user_id_index ON public.web_session USING btree (user_id);
CREATE INDEX workflow_history_cause_id_index ON public.workflow_history USING btree (cause_id);
CREATE INDEX workflow_history_document_idx ON public.workflow_history USING btree (res_id, model);
ALTER TABLE base_import_history ADD CONSTRAINT "base_import_history_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_import_history ADD CONSTRAINT "base_import_history_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_import_import ADD CONSTRAINT "base_import_import_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_import_import ADD CONSTRAINT "base_import_import_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_import_mapping ADD CONSTRAINT "base_import_mapping_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_import_mapping ADD CONSTRAINT "base_import_mapping_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_language_install ADD CONSTRAINT "base_language_install_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_language_install ADD CONSTRAINT "base_language_install_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_module_uninstall ADD CONSTRAINT "base_module_uninstall_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE base_module_uninstall_ir_module_module_rel ADD CONSTRAINT "base_module_uninstall_ir_module_module_rel_base_m_c37a664d_fkey" FOREIGN KEY (base_module_uninstall_id) REFERENCES base_module_uninstall(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE base_module_uninstall_ir_module_module_rel ADD CONSTRAINT "base_module_uninstall_ir_module_module_rel_ir_mod_31ad85a9_fkey" FOREIGN KEY (ir_module_module_id) REFERENCES ir_module_module(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE base_module_uninstall ADD CONSTRAINT "base_module_uninstall_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE change_password_own ADD CONSTRAINT "change_password_own_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE change_password_own ADD CONSTRAINT "change_password_own_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE change_password_user ADD CONSTRAINT "change_password_user_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE change_password_user ADD CONSTRAINT "change_password_user_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE change_password_user ADD CONSTRAINT "change_password_user_wizard_id_fkey" FOREIGN KEY (wizard_id) REFERENCES change_password_wizard(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE change_password_user ADD CONSTRAINT "change_password_user_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE change_password_wizard ADD CONSTRAINT "change_password_wizard_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE change_password_wizard ADD CONSTRAINT "change_password_wizard_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE decimal_precision ADD CONSTRAINT "decimal_precision_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE decimal_precision ADD CONSTRAINT "decimal_precision_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_client ADD CONSTRAINT "ir_act_client_binding_model_id_fkey" FOREIGN KEY (binding_model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_client ADD CONSTRAINT "ir_act_client_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_client ADD CONSTRAINT "ir_act_client_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_report_xml ADD CONSTRAINT "ir_act_report_xml_binding_model_id_fkey" FOREIGN KEY (binding_model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_report_xml ADD CONSTRAINT "ir_act_report_xml_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_report_xml ADD CONSTRAINT "ir_act_report_xml_paperformat_id_fkey" FOREIGN KEY (paperformat_id) REFERENCES report_paperformat(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_report_xml ADD CONSTRAINT "ir_act_report_xml_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_binding_model_id_fkey" FOREIGN KEY (binding_model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_crud_model_id_fkey" FOREIGN KEY (crud_model_id) REFERENCES ir_model(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_server_group_rel ADD CONSTRAINT "ir_act_server_group_rel_act_id_fkey" FOREIGN KEY (act_id) REFERENCES ir_act_server(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_server_group_rel ADD CONSTRAINT "ir_act_server_group_rel_gid_fkey" FOREIGN KEY (gid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_link_field_id_fkey" FOREIGN KEY (link_field_id) REFERENCES ir_model_fields(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_model_id_fkey" FOREIGN KEY (model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_update_field_id_fkey" FOREIGN KEY (update_field_id) REFERENCES ir_model_fields(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_server ADD CONSTRAINT "ir_act_server_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_url ADD CONSTRAINT "ir_act_url_binding_model_id_fkey" FOREIGN KEY (binding_model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_url ADD CONSTRAINT "ir_act_url_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_url ADD CONSTRAINT "ir_act_url_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window ADD CONSTRAINT "ir_act_window_binding_model_id_fkey" FOREIGN KEY (binding_model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_window_close ADD CONSTRAINT "ir_act_window_close_binding_model_id_fkey" FOREIGN KEY (binding_model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_window_close ADD CONSTRAINT "ir_act_window_close_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window_close ADD CONSTRAINT "ir_act_window_close_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window ADD CONSTRAINT "ir_act_window_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window_group_rel ADD CONSTRAINT "ir_act_window_group_rel_act_id_fkey" FOREIGN KEY (act_id) REFERENCES ir_act_window(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_window_group_rel ADD CONSTRAINT "ir_act_window_group_rel_gid_fkey" FOREIGN KEY (gid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_window ADD CONSTRAINT "ir_act_window_search_view_id_fkey" FOREIGN KEY (search_view_id) REFERENCES ir_ui_view(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window_view ADD CONSTRAINT "ir_act_window_view_act_window_id_fkey" FOREIGN KEY (act_window_id) REFERENCES ir_act_window(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_act_window_view ADD CONSTRAINT "ir_act_window_view_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window ADD CONSTRAINT "ir_act_window_view_id_fkey" FOREIGN KEY (view_id) REFERENCES ir_ui_view(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window_view ADD CONSTRAINT "ir_act_window_view_view_id_fkey" FOREIGN KEY (view_id) REFERENCES ir_ui_view(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window_view ADD CONSTRAINT "ir_act_window_view_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_act_window ADD CONSTRAINT "ir_act_window_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_actions_todo ADD CONSTRAINT "ir_actions_todo_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_actions_todo ADD CONSTRAINT "ir_actions_todo_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_asset ADD CONSTRAINT "ir_asset_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_asset ADD CONSTRAINT "ir_asset_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_attachment ADD CONSTRAINT "ir_attachment_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_attachment ADD CONSTRAINT "ir_attachment_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_attachment ADD CONSTRAINT "ir_attachment_original_id_fkey" FOREIGN KEY (original_id) REFERENCES ir_attachment(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_attachment ADD CONSTRAINT "ir_attachment_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_config_parameter ADD CONSTRAINT "ir_config_parameter_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_config_parameter ADD CONSTRAINT "ir_config_parameter_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_cron ADD CONSTRAINT "ir_cron_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_cron ADD CONSTRAINT "ir_cron_ir_actions_server_id_fkey" FOREIGN KEY (ir_actions_server_id) REFERENCES ir_act_server(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE ir_cron_progress ADD CONSTRAINT "ir_cron_progress_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_cron_progress ADD CONSTRAINT "ir_cron_progress_cron_id_fkey" FOREIGN KEY (cron_id) REFERENCES ir_cron(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_cron_progress ADD CONSTRAINT "ir_cron_progress_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_cron_trigger ADD CONSTRAINT "ir_cron_trigger_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_cron_trigger ADD CONSTRAINT "ir_cron_trigger_cron_id_fkey" FOREIGN KEY (cron_id) REFERENCES ir_cron(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_cron_trigger ADD CONSTRAINT "ir_cron_trigger_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_cron ADD CONSTRAINT "ir_cron_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE ir_cron ADD CONSTRAINT "ir_cron_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_default ADD CONSTRAINT "ir_default_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_default ADD CONSTRAINT "ir_default_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_default ADD CONSTRAINT "ir_default_field_id_fkey" FOREIGN KEY (field_id) REFERENCES ir_model_fields(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_default ADD CONSTRAINT "ir_default_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_default ADD CONSTRAINT "ir_default_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_exports ADD CONSTRAINT "ir_exports_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_exports_line ADD CONSTRAINT "ir_exports_line_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_exports_line ADD CONSTRAINT "ir_exports_line_export_id_fkey" FOREIGN KEY (export_id) REFERENCES ir_exports(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_exports_line ADD CONSTRAINT "ir_exports_line_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_exports ADD CONSTRAINT "ir_exports_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_filters ADD CONSTRAINT "ir_filters_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_filters ADD CONSTRAINT "ir_filters_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_filters ADD CONSTRAINT "ir_filters_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_logging ADD CONSTRAINT "ir_logging_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_logging ADD CONSTRAINT "ir_logging_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_mail_server ADD CONSTRAINT "ir_mail_server_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_mail_server ADD CONSTRAINT "ir_mail_server_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_access ADD CONSTRAINT "ir_model_access_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_access ADD CONSTRAINT "ir_model_access_group_id_fkey" FOREIGN KEY (group_id) REFERENCES res_groups(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE ir_model_access ADD CONSTRAINT "ir_model_access_model_id_fkey" FOREIGN KEY (model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_access ADD CONSTRAINT "ir_model_access_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_constraint ADD CONSTRAINT "ir_model_constraint_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_constraint ADD CONSTRAINT "ir_model_constraint_model_fkey" FOREIGN KEY (model) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_constraint ADD CONSTRAINT "ir_model_constraint_module_fkey" FOREIGN KEY (module) REFERENCES ir_module_module(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_constraint ADD CONSTRAINT "ir_model_constraint_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model ADD CONSTRAINT "ir_model_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_data ADD CONSTRAINT "ir_model_data_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_data ADD CONSTRAINT "ir_model_data_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_fields_group_rel ADD CONSTRAINT "ir_model_fields_group_rel_field_id_fkey" FOREIGN KEY (field_id) REFERENCES ir_model_fields(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_fields_group_rel ADD CONSTRAINT "ir_model_fields_group_rel_group_id_fkey" FOREIGN KEY (group_id) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_model_id_fkey" FOREIGN KEY (model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_related_field_id_fkey" FOREIGN KEY (related_field_id) REFERENCES ir_model_fields(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_relation_field_id_fkey" FOREIGN KEY (relation_field_id) REFERENCES ir_model_fields(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_fields_selection ADD CONSTRAINT "ir_model_fields_selection_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_fields_selection ADD CONSTRAINT "ir_model_fields_selection_field_id_fkey" FOREIGN KEY (field_id) REFERENCES ir_model_fields(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_fields_selection ADD CONSTRAINT "ir_model_fields_selection_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_fields ADD CONSTRAINT "ir_model_fields_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_relation ADD CONSTRAINT "ir_model_relation_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model_relation ADD CONSTRAINT "ir_model_relation_model_fkey" FOREIGN KEY (model) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_relation ADD CONSTRAINT "ir_model_relation_module_fkey" FOREIGN KEY (module) REFERENCES ir_module_module(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_model_relation ADD CONSTRAINT "ir_model_relation_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_model ADD CONSTRAINT "ir_model_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_category ADD CONSTRAINT "ir_module_category_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_category ADD CONSTRAINT "ir_module_category_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES ir_module_category(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_category ADD CONSTRAINT "ir_module_category_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module ADD CONSTRAINT "ir_module_module_category_id_fkey" FOREIGN KEY (category_id) REFERENCES ir_module_category(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module ADD CONSTRAINT "ir_module_module_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module_dependency ADD CONSTRAINT "ir_module_module_dependency_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module_dependency ADD CONSTRAINT "ir_module_module_dependency_module_id_fkey" FOREIGN KEY (module_id) REFERENCES ir_module_module(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_module_module_dependency ADD CONSTRAINT "ir_module_module_dependency_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module_exclusion ADD CONSTRAINT "ir_module_module_exclusion_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module_exclusion ADD CONSTRAINT "ir_module_module_exclusion_module_id_fkey" FOREIGN KEY (module_id) REFERENCES ir_module_module(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_module_module_exclusion ADD CONSTRAINT "ir_module_module_exclusion_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_module_module ADD CONSTRAINT "ir_module_module_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_rule ADD CONSTRAINT "ir_rule_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_rule ADD CONSTRAINT "ir_rule_model_id_fkey" FOREIGN KEY (model_id) REFERENCES ir_model(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_rule ADD CONSTRAINT "ir_rule_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_sequence ADD CONSTRAINT "ir_sequence_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_sequence ADD CONSTRAINT "ir_sequence_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_sequence_date_range ADD CONSTRAINT "ir_sequence_date_range_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_sequence_date_range ADD CONSTRAINT "ir_sequence_date_range_sequence_id_fkey" FOREIGN KEY (sequence_id) REFERENCES ir_sequence(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_sequence_date_range ADD CONSTRAINT "ir_sequence_date_range_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_sequence ADD CONSTRAINT "ir_sequence_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_ui_menu ADD CONSTRAINT "ir_ui_menu_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_ui_menu_group_rel ADD CONSTRAINT "ir_ui_menu_group_rel_gid_fkey" FOREIGN KEY (gid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_ui_menu_group_rel ADD CONSTRAINT "ir_ui_menu_group_rel_menu_id_fkey" FOREIGN KEY (menu_id) REFERENCES ir_ui_menu(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_ui_menu ADD CONSTRAINT "ir_ui_menu_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES ir_ui_menu(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE ir_ui_menu ADD CONSTRAINT "ir_ui_menu_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_ui_view ADD CONSTRAINT "ir_ui_view_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_ui_view_custom ADD CONSTRAINT "ir_ui_view_custom_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_ui_view_custom ADD CONSTRAINT "ir_ui_view_custom_ref_id_fkey" FOREIGN KEY (ref_id) REFERENCES ir_ui_view(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_ui_view_custom ADD CONSTRAINT "ir_ui_view_custom_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_ui_view_custom ADD CONSTRAINT "ir_ui_view_custom_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE ir_ui_view_group_rel ADD CONSTRAINT "ir_ui_view_group_rel_group_id_fkey" FOREIGN KEY (group_id) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_ui_view_group_rel ADD CONSTRAINT "ir_ui_view_group_rel_view_id_fkey" FOREIGN KEY (view_id) REFERENCES ir_ui_view(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE ir_ui_view ADD CONSTRAINT "ir_ui_view_inherit_id_fkey" FOREIGN KEY (inherit_id) REFERENCES ir_ui_view(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE ir_ui_view ADD CONSTRAINT "ir_ui_view_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE rel_server_actions ADD CONSTRAINT "rel_server_actions_action_id_fkey" FOREIGN KEY (action_id) REFERENCES ir_act_server(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE rel_server_actions ADD CONSTRAINT "rel_server_actions_server_id_fkey" FOREIGN KEY (server_id) REFERENCES ir_act_server(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE report_layout ADD CONSTRAINT "report_layout_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE report_layout ADD CONSTRAINT "report_layout_view_id_fkey" FOREIGN KEY (view_id) REFERENCES ir_ui_view(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE report_layout ADD CONSTRAINT "report_layout_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE report_paperformat ADD CONSTRAINT "report_paperformat_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE report_paperformat ADD CONSTRAINT "report_paperformat_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_bank ADD CONSTRAINT "res_bank_country_fkey" FOREIGN KEY (country) REFERENCES res_country(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_bank ADD CONSTRAINT "res_bank_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_bank ADD CONSTRAINT "res_bank_state_fkey" FOREIGN KEY (state) REFERENCES res_country_state(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_bank ADD CONSTRAINT "res_bank_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_currency_id_fkey" FOREIGN KEY (currency_id) REFERENCES res_currency(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_external_report_layout_id_fkey" FOREIGN KEY (external_report_layout_id) REFERENCES ir_ui_view(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_paperformat_id_fkey" FOREIGN KEY (paperformat_id) REFERENCES report_paperformat(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES res_company(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_partner_id_fkey" FOREIGN KEY (partner_id) REFERENCES res_partner(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_company_users_rel ADD CONSTRAINT "res_company_users_rel_cid_fkey" FOREIGN KEY (cid) REFERENCES res_company(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_company_users_rel ADD CONSTRAINT "res_company_users_rel_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_company ADD CONSTRAINT "res_company_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_config ADD CONSTRAINT "res_config_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_config_installer ADD CONSTRAINT "res_config_installer_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_config_installer ADD CONSTRAINT "res_config_installer_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_config_settings ADD CONSTRAINT "res_config_settings_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_config_settings ADD CONSTRAINT "res_config_settings_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_config_settings ADD CONSTRAINT "res_config_settings_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_config ADD CONSTRAINT "res_config_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country ADD CONSTRAINT "res_country_address_view_id_fkey" FOREIGN KEY (address_view_id) REFERENCES ir_ui_view(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country ADD CONSTRAINT "res_country_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country ADD CONSTRAINT "res_country_currency_id_fkey" FOREIGN KEY (currency_id) REFERENCES res_currency(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country_group ADD CONSTRAINT "res_country_group_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country_group ADD CONSTRAINT "res_country_group_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country_res_country_group_rel ADD CONSTRAINT "res_country_res_country_group_rel_res_country_group_id_fkey" FOREIGN KEY (res_country_group_id) REFERENCES res_country_group(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_country_res_country_group_rel ADD CONSTRAINT "res_country_res_country_group_rel_res_country_id_fkey" FOREIGN KEY (res_country_id) REFERENCES res_country(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_country_state ADD CONSTRAINT "res_country_state_country_id_fkey" FOREIGN KEY (country_id) REFERENCES res_country(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_country_state ADD CONSTRAINT "res_country_state_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country_state ADD CONSTRAINT "res_country_state_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_country ADD CONSTRAINT "res_country_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_currency ADD CONSTRAINT "res_currency_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_currency_id_fkey" FOREIGN KEY (currency_id) REFERENCES res_currency(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_currency_rate ADD CONSTRAINT "res_currency_rate_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_currency ADD CONSTRAINT "res_currency_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_groups ADD CONSTRAINT "res_groups_category_id_fkey" FOREIGN KEY (category_id) REFERENCES ir_module_category(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_groups ADD CONSTRAINT "res_groups_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_groups_implied_rel ADD CONSTRAINT "res_groups_implied_rel_gid_fkey" FOREIGN KEY (gid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_groups_implied_rel ADD CONSTRAINT "res_groups_implied_rel_hid_fkey" FOREIGN KEY (hid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_groups_report_rel ADD CONSTRAINT "res_groups_report_rel_gid_fkey" FOREIGN KEY (gid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_groups_report_rel ADD CONSTRAINT "res_groups_report_rel_uid_fkey" FOREIGN KEY (uid) REFERENCES ir_act_report_xml(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_groups_users_rel ADD CONSTRAINT "res_groups_users_rel_gid_fkey" FOREIGN KEY (gid) REFERENCES res_groups(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_groups_users_rel ADD CONSTRAINT "res_groups_users_rel_uid_fkey" FOREIGN KEY (uid) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_groups ADD CONSTRAINT "res_groups_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_lang ADD CONSTRAINT "res_lang_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_lang_install_rel ADD CONSTRAINT "res_lang_install_rel_lang_id_fkey" FOREIGN KEY (lang_id) REFERENCES res_lang(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_lang_install_rel ADD CONSTRAINT "res_lang_install_rel_language_wizard_id_fkey" FOREIGN KEY (language_wizard_id) REFERENCES base_language_install(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_lang ADD CONSTRAINT "res_lang_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_bank_id_fkey" FOREIGN KEY (bank_id) REFERENCES res_bank(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_currency_id_fkey" FOREIGN KEY (currency_id) REFERENCES res_currency(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_partner_id_fkey" FOREIGN KEY (partner_id) REFERENCES res_partner(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_partner_bank ADD CONSTRAINT "res_partner_bank_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_category ADD CONSTRAINT "res_partner_category_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_category ADD CONSTRAINT "res_partner_category_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES res_partner_category(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_partner_category ADD CONSTRAINT "res_partner_category_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_commercial_partner_id_fkey" FOREIGN KEY (commercial_partner_id) REFERENCES res_partner(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_country_id_fkey" FOREIGN KEY (country_id) REFERENCES res_country(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_industry ADD CONSTRAINT "res_partner_industry_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_industry_id_fkey" FOREIGN KEY (industry_id) REFERENCES res_partner_industry(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_industry ADD CONSTRAINT "res_partner_industry_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_parent_id_fkey" FOREIGN KEY (parent_id) REFERENCES res_partner(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_res_partner_category_rel ADD CONSTRAINT "res_partner_res_partner_category_rel_category_id_fkey" FOREIGN KEY (category_id) REFERENCES res_partner_category(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_partner_res_partner_category_rel ADD CONSTRAINT "res_partner_res_partner_category_rel_partner_id_fkey" FOREIGN KEY (partner_id) REFERENCES res_partner(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_state_id_fkey" FOREIGN KEY (state_id) REFERENCES res_country_state(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_partner_title ADD CONSTRAINT "res_partner_title_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_title_fkey" FOREIGN KEY (title) REFERENCES res_partner_title(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner_title ADD CONSTRAINT "res_partner_title_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_partner ADD CONSTRAINT "res_partner_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_apikeys ADD CONSTRAINT "res_users_apikeys_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_apikeys_description ADD CONSTRAINT "res_users_apikeys_description_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_apikeys_description ADD CONSTRAINT "res_users_apikeys_description_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_apikeys ADD CONSTRAINT "res_users_apikeys_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_users_apikeys ADD CONSTRAINT "res_users_apikeys_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users ADD CONSTRAINT "res_users_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_users ADD CONSTRAINT "res_users_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_log ADD CONSTRAINT "res_users_log_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_log ADD CONSTRAINT "res_users_log_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users ADD CONSTRAINT "res_users_partner_id_fkey" FOREIGN KEY (partner_id) REFERENCES res_partner(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE res_users_settings ADD CONSTRAINT "res_users_settings_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users_settings ADD CONSTRAINT "res_users_settings_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE res_users_settings ADD CONSTRAINT "res_users_settings_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE res_users ADD CONSTRAINT "res_users_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE rule_group_rel ADD CONSTRAINT "rule_group_rel_group_id_fkey" FOREIGN KEY (group_id) REFERENCES res_groups(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE rule_group_rel ADD CONSTRAINT "rule_group_rel_rule_group_id_fkey" FOREIGN KEY (rule_group_id) REFERENCES ir_rule(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE shop_item ADD CONSTRAINT "shop_item_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE shop_item ADD CONSTRAINT "shop_item_owner_id_fkey" FOREIGN KEY (owner_id) REFERENCES res_partner(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE shop_item ADD CONSTRAINT "shop_item_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE web_list_preference ADD CONSTRAINT "web_list_preference_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE web_list_preference ADD CONSTRAINT "web_list_preference_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE web_list_preference ADD CONSTRAINT "web_list_preference_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE web_session ADD CONSTRAINT "web_session_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE workflow_history ADD CONSTRAINT "workflow_history_user_id_fkey" FOREIGN KEY (user_id) REFERENCES res_users(id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE workflow_step_mode ADD CONSTRAINT "workflow_step_mode_company_id_fkey" FOREIGN KEY (company_id) REFERENCES res_company(id) ON DELETE CASCADE NOT VALID;
ALTER TABLE workflow_step_mode ADD CONSTRAINT "workflow_step_mode_create_uid_fkey" FOREIGN KEY (create_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
ALTER TABLE workflow_step_mode ADD CONSTRAINT "workflow_step_mode_write_uid_fkey" FOREIGN KEY (write_uid) REFERENCES res_users(id) ON DELETE SET NULL NOT VALID;
CREATE VIEW "ir_actions" AS SELECT ir_act_client.id, ir_act_client.name, ir_act_client.type, ir_act_client.path, ir_act_client.help, ir_act_client.binding_model_id, ir_act_client.binding_type, ir_act_client.binding_view_types, ir_act_client.create_uid, ir_act_client.create_date, ir_act_client.write_uid, ir_act_client.write_date FROM ir_act_client UNION ALL SELECT ir_act_report_xml.id, ir_act_report_xml.name, ir_act_report_xml.type, ir_act_report_xml.path, ir_act_report_xml.help, ir_act_report_xml.binding_model_id, ir_act_report_xml.binding_type, ir_act_report_xml.binding_view_types, ir_act_report_xml.create_uid, ir_act_report_xml.create_date, ir_act_report_xml.write_uid, ir_act_report_xml.write_date FROM ir_act_report_xml UNION ALL SELECT ir_act_server.id, ir_act_server.name, ir_act_server.type, ir_act_server.path, ir_act_server.help, ir_act_server.binding_model_id, ir_act_server.binding_type, ir_act_server.binding_view_types, ir_act_server.create_uid, ir_act_server.create_date, ir_act_server.write_uid, ir_act_server.write_date FROM ir_act_server UNION ALL SELECT ir_act_url.id, ir_act_url.name, ir_act_url.type, ir_act_url.path, ir_act_url.help, ir_act_url.binding_model_id, ir_act_url.binding_type, ir_act_url.binding_view_types, ir_act_url.create_uid, ir_act_url.create_date, ir_act_url.write_uid, ir_act_url.write_date FROM ir_act_url UNION ALL SELECT ir_act_window.id, ir_act_window.name, ir_act_window.type, ir_act_window.path, ir_act_window.help, ir_act_window.binding_model_id, ir_act_window.binding_type, ir_act_window.binding_view_types, ir_act_window.create_uid, ir_act_window.create_date, ir_act_window.write_uid, ir_act_window.write_date FROM ir_act_window UNION ALL SELECT ir_act_window_close.id, ir_act_window_close.name, ir_act_window_close.type, ir_act_window_close.path, ir_act_window_close.help, ir_act_window_close.binding_model_id, ir_act_window_close.binding_type, ir_act_window_close.binding_view_types, ir_act_window_close.create_uid, ir_act_window_close.create_date, ir_act_window_close.write_uid, ir_act_window_close.write_date FROM ir_act_window_close;

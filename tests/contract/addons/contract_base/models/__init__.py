from . import access, category, company, hierarchy, mixins, settings, sql_views, thing, thing_line, timing, wizard

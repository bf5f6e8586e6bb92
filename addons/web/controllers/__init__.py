from . import app, brand, content, data, report, session, tools, wizard

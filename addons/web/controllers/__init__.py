from . import app, brand, chatter, content, data, export, report, session, tools, wizard

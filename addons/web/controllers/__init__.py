from . import app, brand, chatter, content, data, report, session, tools, wizard

"""A mail server for tests (aiosmtpd). Speaks JSON lines on standard output: its port, then each mail it took."""

import argparse
import asyncio
import json
import logging
import ssl
import sys
import warnings
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

# It warns of what the tests ask for on purpose: passwords over a line whose TLS it cannot see.
warnings.simplefilter("ignore")
logging.disable(logging.WARNING)


def say(**what):
    print(json.dumps(what), flush=True)


def parts(message):
    """The tree of parts with what a mail program sees of each."""
    here = {
        "type": message.get_content_type(),
        "method": message.get_param("method"),
        "charset": message.get_content_charset(),
        "encoding": message.get("content-transfer-encoding"),
        "disposition": message.get_content_disposition(),
        "file": message.get_filename(),
        "defects": [type(defect).__name__ for defect in message.defects],
    }
    if message.is_multipart():
        here["parts"] = [parts(part) for part in message.iter_parts()]
    else:
        content = message.get_payload(decode=True)
        here["hex"] = content.hex()
        if message.get_content_maintype() == "text":
            here["text"] = content.decode("utf-8")
    return here


class Handler:
    def __init__(self):
        self.seen = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        times = self.seen[address] = self.seen.get(address, 0) + 1
        if address.startswith("gone@"):
            return f"550 5.1.1 <{address}> is not known here"
        if address.startswith("later@") and times == 1:
            return f"450 4.2.0 <{address}> is greylisted"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=policy.SMTP)
        say(
            sender=envelope.mail_from,
            recipients=envelope.rcpt_tos,
            tls=session.ssl is not None or bool(getattr(server.transport, "get_extra_info")("ssl_object")),
            signed_in=bool(session.authenticated),
            headers=[[name, str(value)] for name, value in message.items()],
            content=parts(message),
            raw=envelope.content.hex(),
        )
        recipient = envelope.rcpt_tos[0]
        if recipient.startswith("cut@") and self.seen[recipient] == 1:
            # The mail is taken, and the line goes dead before the answer.
            server.transport.abort()
            await asyncio.sleep(60)
        return "250 OK"


class Server(SMTP):
    async def handle_exception(self, error):
        return "421 Trouble"


def authenticate(user, password):
    def check(server, session, envelope, mechanism, data):
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=right, handled=False)

    return check


async def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, default=0)
    arguments.add_argument("--tls", choices=["none", "upgrade", "whole"], default="none")
    arguments.add_argument("--certificate")
    arguments.add_argument("--key")
    arguments.add_argument("--user")
    arguments.add_argument("--password")
    chosen = arguments.parse_args()

    context = None
    if chosen.tls != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(chosen.certificate, chosen.key)
    settings = {"hostname": "localhost", "enable_SMTPUTF8": False}
    if chosen.tls == "upgrade":
        settings |= {"tls_context": context, "require_starttls": True}
    if chosen.user:
        settings |= {
            "authenticator": authenticate(chosen.user, chosen.password),
            "auth_required": True,
            "auth_require_tls": chosen.tls == "upgrade",
        }
    handler = Handler()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(handler, loop=loop, **settings),
        "127.0.0.1",
        chosen.port,
        ssl=context if chosen.tls == "whole" else None,
    )
    say(port=server.sockets[0].getsockname()[1])
    # Ends with the test, also when that is killed: then nobody holds the other end of standard input.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())

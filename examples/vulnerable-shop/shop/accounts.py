"""Accounts: sign-in and forgotten passwords."""
import hashlib
import logging
import random
import smtplib

from flask import Blueprint, abort, request, session

from shop.orders import connect

log = logging.getLogger(__name__)
accounts = Blueprint("accounts", __name__)


def hash_password(password):
    return hashlib.md5(password.encode()).hexdigest()


@accounts.post("/login")
def login():
    name, password = request.form["name"], request.form["password"]
    with connect() as connection:
        row = connection.execute("SELECT id, hash FROM accounts WHERE name = ?", (name,)).fetchone()
    if row is None or row["hash"] != hash_password(password):
        log.warning("sign-in failed for %s with password %s", name, password)
        abort(403)
    session["account"] = row["id"]
    return "welcome"


@accounts.post("/forgotten")
def forgotten():
    """Sends a code that lets its holder choose a new password."""
    address = request.form["address"]
    code = "".join(random.choice("0123456789") for _ in range(6))
    with connect() as connection:
        connection.execute("UPDATE accounts SET reset_code = ? WHERE address = ?", (code, address))
    mail = smtplib.SMTP("mail.example.com")
    mail.sendmail("shop@example.com", [address], f"Subject: Your code\n\n{code}")
    mail.quit()
    return "sent"


@accounts.post("/accounts/<int:account>/delete")
def delete(account):
    assert session.get("admin"), "only administrators delete accounts"
    with connect() as connection:
        connection.execute("DELETE FROM accounts WHERE id = ?", (account,))
    return "deleted"

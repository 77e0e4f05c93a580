import ftplib
import telnetlib as tn
from ftplib import FTP as Files, FTP_TLS
from telnetlib import Telnet


def login(host):
    # ruleid: cleartext-protocol
    return Telnet(host, 23, timeout=10)


def files(host):
    # ruleid: cleartext-protocol
    with Files(host, timeout=10) as ftp:
        return ftp.nlst()


class Switch:
    def connect(self):
        # ruleid: cleartext-protocol
        self.line = tn.Telnet(self.host, timeout=10)

        def firmware():
            # ruleid: cleartext-protocol
            return ftplib.FTP(self.host, "user", timeout=10)

        return firmware


def encrypted(host):
    # ok: cleartext-protocol
    return FTP_TLS(host, timeout=10)


def encrypted_too(host):
    # ok: cleartext-protocol
    return ftplib.FTP_TLS(host, timeout=10)


def error():
    # ok: cleartext-protocol
    return ftplib.error_perm, ftplib.all_errors


def other(lab):
    # ok: cleartext-protocol
    return lab.Telnet("a"), lab.FTP("b")

import paramiko
import paramiko as ssh
from paramiko import AutoAddPolicy, RejectPolicy, SSHClient
from paramiko.client import WarningPolicy


def run(host, command):
    client = paramiko.SSHClient()
    # ruleid: ssh-host-key-accepted
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect(host, timeout=10)
    return client.exec_command(command)


def copy(host):
    with SSHClient() as client:
        # ruleid: ssh-host-key-accepted
        client.set_missing_host_key_policy(AutoAddPolicy())
        client.connect(host, timeout=10)


class Device:
    def connect(self):
        self.ssh = ssh.SSHClient()
        # ruleid: ssh-host-key-accepted
        self.ssh.set_missing_host_key_policy(ssh.AutoAddPolicy)

        def again():
            # ruleid: ssh-host-key-accepted
            self.ssh.set_missing_host_key_policy(WarningPolicy())

        return again


def refused(client):
    # ok: ssh-host-key-accepted
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: ssh-host-key-accepted
    client.set_missing_host_key_policy(RejectPolicy)


def chosen(client, policy):
    # ok: ssh-host-key-accepted
    client.set_missing_host_key_policy(policy)


class Ask(paramiko.MissingHostKeyPolicy):
    def install(self, client):
        # ok: ssh-host-key-accepted
        client.set_missing_host_key_policy(self)


def only_named():
    # ok: ssh-host-key-accepted
    return {"auto": AutoAddPolicy}

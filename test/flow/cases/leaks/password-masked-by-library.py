# Case: oslo.utils masks passwords in the text
import getpass
import logging

from oslo_utils import strutils

LOG = logging.getLogger(__name__)


def connect():
    password = getpass.getpass()
    command = "mysql --password '%s'" % password
    LOG.info("running %s", strutils.mask_password(command))  # safe: secret-flows-to-log
    return len(command)

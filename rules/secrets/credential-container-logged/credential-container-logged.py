import logging
from logging import getLogger

from oslo_log import log
from oslo_utils import strutils

LOG = log.getLogger(__name__)
logger = getLogger(__name__)


def attach(volume, connection_info):
    # ruleid: credential-container-logged
    LOG.debug("Attaching %s: %s", volume, connection_info)


def send(request):
    # ruleid: credential-container-logged
    logger.info(f"Request with {request.headers}")


class Session:
    def request(self, url, headers):
        # ruleid: credential-container-logged
        self.log.debug("Request: %(url)s %(headers)s", {"url": url, "headers": headers})

        def answer(response):
            # ruleid: credential-container-logged
            logging.debug("Answer: %s" % response.cookies)

        return answer


def masked(connection_info):
    # ok: credential-container-logged
    LOG.debug("Attaching: %s", strutils.mask_dict_password(connection_info))


def one_field(connection_info, headers):
    # ok: credential-container-logged
    LOG.debug("Attaching: %s", connection_info["driver_volume_type"])
    # ok: credential-container-logged
    logger.info("Type %s", headers["Content-Type"])


def names(headers):
    # ok: credential-container-logged
    LOG.debug("Headers: %s", sorted(headers))


def flow(message):
    # ok: credential-container-logged
    LOG.debug("Flow of table %s: %s", message.table_id, message.cookie)


def other(catalog, headers):
    # ok: credential-container-logged
    catalog.info("x", headers)

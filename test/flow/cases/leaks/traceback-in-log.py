# Case: the trace of an exception goes to the log, its length to the client
import logging
import traceback

from django.http import HttpResponse

from shop.models import Order


def orders(request):
    try:
        count = Order.objects.count()
    except Exception:
        logging.error("orders: %s", traceback.format_exc())
        return HttpResponse("out of order", status=500)  # safe: exception-detail-in-response
    return HttpResponse("%d orders" % count)

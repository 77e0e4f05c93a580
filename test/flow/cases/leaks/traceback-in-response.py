# Case: the trace of an exception is shown to a client
import traceback

from django.http import HttpResponse

from shop.models import Order


def orders(request):
    try:
        count = Order.objects.count()
    except Exception:
        trace = traceback.format_exc()  # step 1
        return HttpResponse(trace, status=500)  # sink: exception-detail-in-response
    return HttpResponse("%d orders" % count)

from flask_login import current_user


def delete(user, item):
    # ruleid: assert-as-permission-check
    assert user.is_admin
    item.delete()


def change(request, item):
    # ruleid: assert-as-permission-check
    assert request.user.has_perm("shop.change_item"), "not allowed"
    item.save()


class Items:
    def show(self, item):
        # ruleid: assert-as-permission-check
        assert current_user.is_authenticated and item.public

        def remove():
            # ruleid: assert-as-permission-check
            assert self.can_delete(item)
            item.delete()

        return remove


def raised(user, item):
    # ok: assert-as-permission-check
    if not user.is_admin:
        raise PermissionError(item)
    item.delete()


def invariant(items):
    # ok: assert-as-permission-check
    assert len(items) == len(set(items))


def type_for_the_checker(user):
    # ok: assert-as-permission-check
    assert user is not None
    # ok: assert-as-permission-check
    return user.is_admin


def other(self, admin):
    # ok: assert-as-permission-check
    assert admin.count > 0, "is_admin"

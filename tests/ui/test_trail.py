"""Back and Forward over articles and jumps between marks."""

from reader.ui.trail import LONGEST, Place, Trail


def test_articles_are_walked_back_and_forward():
    trail = Trail()
    for item_id in (1, 1, 2, 3):
        trail.visit(item_id)
    assert [trail.back(), trail.back(), trail.back()] == [Place(2), Place(1), None]
    assert [trail.forward(), trail.forward(), trail.forward()] == [Place(2), Place(3), None]


def test_a_jump_remembers_the_marks_at_both_ends():
    trail = Trail()
    trail.visit(1)
    trail.leave(10)
    trail.visit(2)
    trail.arrive(20)
    assert trail.back() == Place(1, 10)
    assert trail.forward() == Place(2, 20)


def test_a_jump_within_an_article_is_a_place_of_its_own():
    trail = Trail()
    trail.visit(1)
    trail.leave(10)
    trail.visit(1)
    trail.arrive(11)
    assert trail.back() == Place(1, 10)
    assert trail.forward() == Place(1, 11)


def test_a_visit_forgets_what_lay_ahead_and_the_oldest_go():
    trail = Trail()
    for item_id in range(LONGEST + 10):
        trail.visit(item_id)
    trail.back()
    trail.visit(-1)
    assert trail.forward() is None
    steps = 0
    while trail.back() is not None:
        steps += 1
    assert steps == LONGEST - 1


def test_an_article_that_is_gone_is_passed_over():
    trail = Trail()
    for item_id in (1, 2, 3):
        trail.visit(item_id)
    trail.forget(2)
    assert trail.back() == Place(1)

"""The chat page, until a model can be set up."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/index.html"])
def test_it_says_that_no_model_is_set_up_and_what_to_do(client, address):
    html = client.get(address).content.decode()
    assert "No model is set up yet" in html and "What you can do now" in html


def test_it_leads_to_the_training_page(client):
    html = client.get("/").content.decode()
    assert 'href="/training.html">🧠 Model Training</a>' in html

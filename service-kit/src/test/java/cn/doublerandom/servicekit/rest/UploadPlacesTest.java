package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import org.junit.jupiter.api.Test;

/** Three files at once, two of one account. */
class UploadPlacesTest {
  private final UploadPlaces places = new UploadPlaces(3, 2);

  @Test
  void one_account_leaves_the_others_room() {
    assertThat(places.take("张")).isEmpty();
    assertThat(places.take("张")).isEmpty();

    assertThat(places.take("张")).contains(EdgeRejection.TOO_MANY_UPLOADS);
    assertThat(places.take("李")).isEmpty();
  }

  @Test
  void when_all_places_are_taken_everybody_is_told_to_come_again() {
    places.take("张");
    places.take("张");
    places.take("李");

    assertThat(places.take("王")).contains(EdgeRejection.UPLOADS_FULL);
    assertThat(EdgeRejection.UPLOADS_FULL.status()).isEqualTo(503);
    assertThat(EdgeRejection.TOO_MANY_UPLOADS.status()).isEqualTo(429);
  }

  @Test
  void a_place_given_back_is_the_next_ones() {
    places.take("张");
    places.take("张");
    places.take("李");
    places.give("张");

    assertThat(places.take("王")).isEmpty();
    assertThat(places.take("王")).contains(EdgeRejection.UPLOADS_FULL);
  }
}

package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.gateway.Places.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Shares.Visitor ZHANG = new Shares.Visitor("10.0.0.1", "张");

  private final Places places = new Places(2, 1, 1, 1, 2, new Shares(10, 10));
  private final List<Places.Ticket> tickets = new ArrayList<>();
  private final List<Places.Ticket> placed = new ArrayList<>();

  private boolean ask(Kind kind) {
    return places.ask(kind, ZHANG, tickets::add, placed::add) == Places.Room.THERE_IS;
  }

  @Test
  void who_finds_no_place_waits_and_who_finds_no_room_to_wait_is_told() {
    assertThat(List.of(ask(Kind.REQUEST), ask(Kind.REQUEST), ask(Kind.REQUEST), ask(Kind.REQUEST)))
        .containsOnly(true);
    assertThat(placed).hasSize(2);
    assertThat(places.waiting()).isEqualTo(2);
    assertThat(ask(Kind.REQUEST)).isFalse();
  }

  @Test
  void the_longest_waiting_is_next() {
    for (int i = 0; i < 4; i++) {
      ask(Kind.REQUEST);
    }
    tickets.get(0).leave();
    assertThat(placed).containsExactly(tickets.get(0), tickets.get(1), tickets.get(2));
    assertThat(places.taken(Kind.REQUEST)).isEqualTo(2);
  }

  @Test
  void who_leaves_the_queue_is_never_given_a_place() {
    for (int i = 0; i < 4; i++) {
      ask(Kind.REQUEST);
    }
    tickets.get(2).leave();
    tickets.get(0).leave();
    tickets.get(1).leave();
    assertThat(placed).containsExactly(tickets.get(0), tickets.get(1), tickets.get(3));
  }

  @Test
  void a_place_left_twice_is_free_once() {
    ask(Kind.REQUEST);
    tickets.get(0).leave();
    tickets.get(0).leave();
    assertThat(places.free(Kind.REQUEST)).isEqualTo(2);
  }

  @Test
  void slow_kinds_do_not_take_the_places_of_others() {
    ask(Kind.TRANSFER);
    assertThat(ask(Kind.TRANSFER)).isTrue();
    assertThat(placed).hasSize(1);
    assertThat(places.free(Kind.REQUEST)).isEqualTo(2);
  }

  @Test
  void who_waits_for_what_was_just_done_does_not_take_the_places_of_others() {
    for (int i = 0; i < 3; i++) {
      assertThat(ask(Kind.WAIT)).isTrue();
    }
    assertThat(placed).hasSize(1);
    assertThat(ask(Kind.WAIT)).isFalse();

    assertThat(ask(Kind.REQUEST)).isTrue();
    assertThat(placed).hasSize(2);
  }

  @Test
  void a_stream_never_waits() {
    assertThat(ask(Kind.STREAM)).isTrue();
    assertThat(ask(Kind.STREAM)).isFalse();
    assertThat(places.waiting()).isZero();
  }

  @Test
  void a_request_that_turns_out_slow_makes_room_for_the_next() {
    for (int i = 0; i < 3; i++) {
      ask(Kind.REQUEST);
    }
    assertThat(tickets.get(0).moveTo(Kind.TRANSFER)).isTrue();
    assertThat(placed).hasSize(3);
    assertThat(tickets.get(1).moveTo(Kind.TRANSFER)).isFalse();
    tickets.forEach(Places.Ticket::leave);
    assertThat(places.free(Kind.REQUEST)).isEqualTo(2);
    assertThat(places.free(Kind.TRANSFER)).isEqualTo(1);
  }
}

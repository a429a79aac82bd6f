package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.gateway.Places.Kind;
import cn.doublerandom.gateway.Places.Room;
import cn.doublerandom.gateway.Shares.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Six transfers, four may wait; two of an account, three of an address. */
class SharesTest {
  private static final String OFFICE = "10.0.0.1";
  private static final Visitor ZHANG = new Visitor(OFFICE, "张");
  private static final Visitor LI = new Visitor(OFFICE, "李");
  private static final Visitor WANG_AT_HOME = new Visitor("10.9.9.9", "王");

  private final Places places = new Places(8, 1, 6, 1, 4, new Shares(2, 3));
  private final List<Places.Ticket> tickets = new ArrayList<>();

  private Room ask(Kind kind, Visitor who) {
    return places.ask(kind, who, tickets::add, placed -> {});
  }

  @Test
  void one_account_has_its_share_of_the_transfers_from_wherever_it_comes() {
    assertThat(ask(Kind.TRANSFER, ZHANG)).isEqualTo(Room.THERE_IS);
    assertThat(ask(Kind.TRANSFER, new Visitor("10.0.0.2", "张"))).isEqualTo(Room.THERE_IS);

    assertThat(ask(Kind.TRANSFER, new Visitor("10.0.0.3", "张"))).isEqualTo(Room.SHARE_USED);
    assertThat(ask(Kind.TRANSFER, WANG_AT_HOME)).isEqualTo(Room.THERE_IS);
  }

  @Test
  void one_address_has_its_share_however_many_accounts_it_names() {
    for (int i = 0; i < 3; i++) {
      assertThat(ask(Kind.TRANSFER, new Visitor(OFFICE, "假" + i))).isEqualTo(Room.THERE_IS);
    }

    assertThat(ask(Kind.TRANSFER, LI)).isEqualTo(Room.SHARE_USED);
    assertThat(ask(Kind.TRANSFER, WANG_AT_HOME)).isEqualTo(Room.THERE_IS);
  }

  @Test
  void a_share_is_given_back_once_with_the_place() {
    ask(Kind.TRANSFER, ZHANG);
    ask(Kind.TRANSFER, ZHANG);
    tickets.get(0).leave();
    tickets.get(0).leave();

    assertThat(ask(Kind.TRANSFER, ZHANG)).isEqualTo(Room.THERE_IS);
    assertThat(ask(Kind.TRANSFER, ZHANG)).isEqualTo(Room.SHARE_USED);
  }

  @Test
  void who_waits_for_a_place_uses_the_share_too() {
    for (int i = 0; i < 6; i++) {
      ask(Kind.TRANSFER, new Visitor("10.0.1." + i, "人" + i));
    }
    ask(Kind.TRANSFER, ZHANG);
    ask(Kind.TRANSFER, ZHANG);

    assertThat(places.waiting()).isEqualTo(2);
    assertThat(ask(Kind.TRANSFER, ZHANG)).isEqualTo(Room.SHARE_USED);
    assertThat(ask(Kind.TRANSFER, WANG_AT_HOME)).isEqualTo(Room.THERE_IS);
  }

  @Test
  void a_long_answer_becomes_a_transfer_within_the_share_only() {
    for (int i = 0; i < 3; i++) {
      ask(Kind.REQUEST, ZHANG);
    }

    assertThat(tickets.stream().map(ticket -> ticket.moveTo(Kind.TRANSFER)))
        .containsExactly(true, true, false);
    assertThat(places.taken(Kind.REQUEST)).isEqualTo(1);
    tickets.forEach(Places.Ticket::leave);
    assertThat(ask(Kind.TRANSFER, ZHANG)).isEqualTo(Room.THERE_IS);
  }

  @Test
  void requests_have_no_share() {
    for (int i = 0; i < 8; i++) {
      assertThat(ask(Kind.REQUEST, ZHANG)).isEqualTo(Room.THERE_IS);
    }
  }
}

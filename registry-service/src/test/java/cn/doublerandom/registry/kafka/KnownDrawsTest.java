package cn.doublerandom.registry.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.registry.drawn.KnownDraw;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the register knows of draws: whose lists are frozen, who was drawn, what was voided. */
class KnownDrawsTest {
  private static final String DRAW = "130534-2023001-001-1";
  private static final String HASH = "a".repeat(64);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 15);

  private static final DrawCommitted FROZEN =
      new DrawCommitted(
          DRAW,
          "2023001",
          "001",
          1,
          HASH,
          34,
          "2023-03-20T16:00:00Z",
          null,
          null,
          null,
          null,
          null,
          null,
          null);
  private static final DrawExecuted DRAWN =
      new DrawExecuted(
          DRAW,
          "2023001",
          "001",
          1,
          HASH,
          HASH,
          34,
          List.of("S1", "S2"),
          List.of(),
          List.of(),
          MARCH,
          MARCH,
          MARCH,
          null,
          null,
          null,
          null,
          null);
  private static final DrawOpened OPENED =
      new DrawOpened(
          DRAW,
          "2023001",
          "001",
          1,
          HASH,
          HASH,
          HASH,
          34,
          List.of("S3"),
          List.of(),
          List.of(),
          MARCH,
          MARCH,
          MARCH,
          null,
          null,
          null,
          null,
          null);
  private static final DrawVoided VOIDED =
      new DrawVoided(DRAW, "名单有误", "coordinator", "approver", "", null, null, null);

  private static Map<String, KnownDraw> rows(IntegrationEvent... told) {
    ReplicaSpecification given = ReplicaSpecification.of(new KnownDraws());
    for (IntegrationEvent one : told) {
      given.given(Integration.announcement(KnownDraws.SOURCE, "task-2023001-001", one));
    }
    return given.rows(KnownDraw.class);
  }

  @Test
  void lists_are_frozen_until_it_is_known_who_was_drawn() {
    assertThat(rows(FROZEN))
        .isEqualTo(Map.of(DRAW, new KnownDraw(DRAW, 34, null, List.of(), false)));
    assertThat(rows(FROZEN, DRAWN))
        .isEqualTo(Map.of(DRAW, new KnownDraw(DRAW, 34, MARCH, List.of("S1", "S2"), false)));
  }

  @Test
  void who_was_drawn_under_seal_is_known_when_it_is_opened() {
    assertThat(rows(FROZEN, OPENED))
        .isEqualTo(Map.of(DRAW, new KnownDraw(DRAW, 34, MARCH, List.of("S3"), false)));
  }

  @Test
  void a_voided_draw_holds_no_more_drawn_or_not() {
    assertThat(rows(FROZEN, VOIDED))
        .isEqualTo(Map.of(DRAW, new KnownDraw(DRAW, 34, null, List.of(), true)));
    assertThat(rows(FROZEN, DRAWN, VOIDED).get(DRAW).isVoided()).isTrue();
  }
}

package cn.doublerandom.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A notice that was agreed to counts in the working days of plans and draws, too. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class HolidaysIT {
  @Inject KeptStates<IssuedNotices> known;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private boolean isWorkday(LocalDate day) {
    return known.of(CalendarStream.NAME).await().indefinitely().state().calendar().isWorkday(day);
  }

  @Test
  void a_notice_of_the_registry_is_heard() {
    LocalDate monday = LocalDate.of(2097, 5, 6);
    assertThat(isWorkday(monday)).isTrue();

    TestStack.announceApart(
        kafka,
        "registry.events.v1",
        "calendar",
        "HolidayNoticeIssued",
        900_001,
        """
        {"number":"国办发明电〔2096〕9号","issuedOn":"2096-11-01","year":2097,
         "off":["2097-05-06"],"worked":["2097-05-11"]}
        """);

    await().untilAsserted(() -> assertThat(isWorkday(monday)).isFalse());
  }
}

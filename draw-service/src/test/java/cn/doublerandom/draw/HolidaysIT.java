package cn.doublerandom.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A notice that was agreed to counts in the working days of plans and draws, too. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class HolidaysIT {
  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  /** What the calendar of this service was told, by type. */
  private List<String> told() {
    List<String> types = new ArrayList<>();
    for (Row row :
        pool.query("SELECT type FROM event WHERE stream_id LIKE '%calendar'")
            .execute()
            .await()
            .indefinitely()) {
      types.add(row.getString(0));
    }
    return types;
  }

  @Test
  void a_notice_of_the_registry_is_heard() {
    KnownRegister.tell(kafka);
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "calendar",
        "HolidayNoticeIssued",
        900_001,
        """
        {"number":"国办发明电〔2096〕9号","issuedOn":"2096-11-01","year":2097,
         "off":["2097-05-06"],"worked":["2097-05-11"]}
        """);

    await().untilAsserted(() -> assertThat(told()).containsExactly("HolidayNoticeIssued"));
  }
}

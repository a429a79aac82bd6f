package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.xlsx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What an officer searches and counts by says the same as the entry itself. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class SubjectColumnsIT {
  private static final int FIRM = 840_001;

  /** The columns as they were defined before they were read from the document at once. */
  private static final String ANOTHER =
      """
      SELECT count(*) FROM subject_view WHERE
        name IS DISTINCT FROM body::jsonb #>> '{details,name}'
        OR kind IS DISTINCT FROM body::jsonb #>> '{details,kind}'
        OR merged IS DISTINCT FROM (body::jsonb ->> 'mergedInto' <> '')
        OR changed_seq IS DISTINCT FROM (body::jsonb ->> 'changedSeq')::bigint
        OR name_key IS DISTINCT FROM name_key(body::jsonb #>> '{details,name}')
        OR since IS DISTINCT FROM body::jsonb #>> '{details,since}'
        OR licensed_until IS DISTINCT FROM first_licence_until(body::jsonb)
        OR coalesce(status_asked, FALSE) <> (body::jsonb #>> '{statusAsked,by}' IS NOT NULL)
      """;

  private static final String ANOTHER_PERIOD =
      """
      SELECT count(*) FROM subject_period_view WHERE
        subject IS DISTINCT FROM body::jsonb ->> 'subject'
        OR first_day IS DISTINCT FROM body::jsonb ->> 'from'
        OR end_day IS DISTINCT FROM body::jsonb ->> 'to'
        OR kind IS DISTINCT FROM body::jsonb ->> 'kind'
        OR status IS DISTINCT FROM body::jsonb ->> 'status'
        OR merged IS DISTINCT FROM (body::jsonb ->> 'merged' = 'true')
        OR in_scope IS DISTINCT FROM
          (body::jsonb ->> 'status' = 'ACTIVE' AND body::jsonb ->> 'merged' = 'false')
        OR risk_class IS DISTINCT FROM body::jsonb ->> 'riskClass'
        OR labels IS DISTINCT FROM text_items(body::jsonb -> 'labels')
        OR region IS DISTINCT FROM body::jsonb ->> 'region'
        OR industry IS DISTINCT FROM body::jsonb ->> 'industry'
        OR key_field IS DISTINCT FROM body::jsonb ->> 'keyField'
      """;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  private long number(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, owner, password);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  @Test
  void what_is_searched_and_counted_by_says_what_the_entry_says() throws Exception {
    sent("存续", FIRM, FIRM + 1);
    // Waits for a second person, so that the entry is written again and says so.
    sent("注销", FIRM);
    await()
        .untilAsserted(() ->
            assertThat(
                    number(
                        "SELECT count(*) FROM subject_view WHERE status_asked AND id = '%s'"
                            .formatted(creditCode(FIRM))))
                .isEqualTo(1));

    assertThat(number("SELECT count(*) FROM subject_view WHERE licensed_until = '2099-05-31'"))
        .isGreaterThanOrEqualTo(2);
    assertThat(number(ANOTHER)).isZero();
    assertThat(number(ANOTHER_PERIOD)).isZero();
  }

  private static void sent(String status, int... numbers) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(RegisterFiles.HEADS));
    for (int number : numbers) {
      List<String> row = firm(number);
      row.set(5, status);
      rows.add(row);
    }
    load("", RegisterFiles.XLSX, xlsx(rows)).statusCode(200);
  }
}

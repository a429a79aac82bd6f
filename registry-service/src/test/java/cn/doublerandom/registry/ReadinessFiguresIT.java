package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Each figure of 一单两库完成情况 is the number of the rows it opens, on every day. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ReadinessFiguresIT {
  private static final int FIRM = 870_001;
  private static final int MOST = 5_000;

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private final LocalDate later = LocalDate.of(today.getYear() + 1, 12, 1);

  @Inject ReadinessCounts counts;

  private static <T> T of(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }

  private static Map<Point, Long> told(Readiness readiness) {
    Map<Point, Long> told = new EnumMap<>(Point.class);
    readiness
        .directories()
        .forEach(directory -> directory.points().forEach(one -> told.put(one.point(), one.open())));
    return told;
  }

  private Map<Point, Long> rows(LocalDate day) {
    Map<Point, Long> rows = new EnumMap<>(Point.class);
    Arrays.stream(Point.values())
        .forEach(point -> rows.put(point, (long) of(counts.entries(point, day, "", MOST)).size()));
    return rows;
  }

  /** Days on which something begins, the days before and after, and some others. */
  private List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day :
        List.of(LocalDate.of(2010, 1, 1), LocalDate.of(2020, 1, 1), today, later)) {
      days.add(day.minusDays(1));
      days.add(day);
    }
    return days;
  }

  private void everyFigureIsItsRows() {
    for (LocalDate day : days()) {
      assertThat(told(of(counts.on(day)))).as("%s", day).isEqualTo(rows(day));
    }
  }

  private static void asked(String path, Map<String, ?> body) {
    as("registrar")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/subjects/" + path)
        .then()
        .statusCode(200);
  }

  @Test
  void a_figure_is_the_number_of_its_rows_whatever_became_of_whom_and_from_which_day() {
    String gone = creditCode(FIRM);
    String kept = creditCode(FIRM + 1);
    String fresh = creditCode(FIRM + 2);
    opened(csv(row(gone, "同名的公司", "", "2020-01-01"), row(kept, "同名的公司", "客运", "2099-01-01")));
    load("", "text/csv", csv(row(fresh, "同名的公司", "", "2019-12-31"))).statusCode(200);
    asked(gone + "/merge", Map.of("into", kept, "reason", "重复登记", "effective", later.toString()));
    as("approver")
        .contentType("application/json")
        .post("/api/v1/subjects/" + gone + "/merge/approval")
        .then()
        .statusCode(200);
    await()
        .untilAsserted(() -> {
          as("auditor")
              .get("/api/v1/subjects/" + gone + "/history")
              .then()
              .body("periods.merged", contains(false, true));
          as("registrar")
              .get("/api/v1/readiness/SUBJECT_UNCONFIRMED?limit=500")
              .then()
              .body("items", hasItem(fresh));
        });

    everyFigureIsItsRows();
    assertThat(told(of(counts.on(today))).get(Point.SUBJECT_LICENCE_EXPIRED)).isPositive();
  }

  private static String row(String code, String name, String label, String licensedUntil) {
    return code + "," + name + ",企业," + label + ",未分类,存续,局,2015-01-01,,,,,,,,,证/1/" + licensedUntil;
  }
}

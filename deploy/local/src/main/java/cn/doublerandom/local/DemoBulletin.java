package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import java.util.List;
import java.util.Map;

/**
 * 通报 in the demonstration: the unit it names is heard, another supervisor makes it public, and as
 * it counted a visit twice both withdraw it; the page stays and says why.
 */
final class DemoBulletin {
  private static final User SUPERVISOR = supervisor("supervisor");
  private static final User SECOND = supervisor("supervisor-2");
  private static final User LEAD = new User("unit-lead", List.of("unit-lead"), DemoDesk.BRIGADE);
  private static final String WRITTEN = "/inspection/api/v1/supervision/bulletins";

  private final DemoDesk desk;

  DemoBulletin(DemoDesk desk) {
    this.desk = desk;
  }

  private static User supervisor(String account) {
    return new User(account, List.of("supervisor"), "法制安全科");
  }

  /** Drawn up, answered, public, and withdrawn. */
  void comesAndGoes() throws InterruptedException {
    String id =
        desk.client()
            .post(
                SUPERVISOR,
                WRITTEN,
                "demo-bulletin",
                Map.of(
                    "year",
                    Demo.SECOND_DATE.getYear(),
                    "issue",
                    1,
                    "units",
                    List.of(DemoDesk.BRIGADE),
                    "text",
                    "部分检查结果录入不及时，请对照整改",
                    "workingDays",
                    5,
                    "audience",
                    "PUBLIC"))
            .expect(200, "bulletin")
            .body()
            .path("id")
            .asText();
    String written = WRITTEN + "/" + Client.part(id);
    desk.client()
        .post(LEAD, written + "/answer", "demo-bulletin-answer", Map.of("answer", "两户因停电次日补录"))
        .expect(200, "what the unit says");
    desk.client()
        .post(
            SECOND,
            written + "/conclusion",
            "demo-bulletin-conclusion",
            Map.of("reach", "PUBLIC", "reason", "已听取陈述，数据属实"))
        .expect(200, "conclusion of the bulletin");
    isWithdrawn(id);
    desk.tell("通报 1 期公示后撤销，页面保留，写明原因");
  }

  private void isWithdrawn(String id) throws InterruptedException {
    String bulletins = "/publication/api/v1/bulletins";
    String withdrawal = bulletins + "/" + Client.part(id) + "/withdrawal";
    desk.await(
        "the bulletin to be public",
        () ->
            desk.client()
                .get(SUPERVISOR, bulletins)
                .expect(200, "public bulletins")
                .text()
                .contains('"' + id + '"'));
    desk.client()
        .post(SUPERVISOR, withdrawal, "demo-bulletin-withdrawal", Map.of("reason", "一户检查重复计数"))
        .expect(200, "withdrawal of the bulletin");
    desk.client()
        .approve(SECOND, withdrawal, "demo-bulletin-withdrawal-approval")
        .expect(200, "agreement to the withdrawal of the bulletin");
  }
}

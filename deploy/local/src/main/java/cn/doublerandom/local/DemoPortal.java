package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What everybody reads at the end of the demonstration: the year's figures and the plan's notice.
 */
final class DemoPortal {
  private static final String FIGURES = "/publication/api/v1/statistics?year=2023";

  private final DemoDesk desk;
  private final Ports ports;

  DemoPortal(DemoDesk desk, Ports ports) {
    this.desk = desk;
    this.ports = ports;
  }

  /** The figures, once they count everything that was published. */
  void shows(int published) throws InterruptedException {
    desk.await(
        "the figures to be complete",
        () ->
            desk.client().get(DemoDesk.PUBLISHER, FIGURES).body().path("published").asInt()
                == published);
    JsonNode figures = desk.client().get(DemoDesk.PUBLISHER, FIGURES).body();
    desk.heading("公示门户 http://localhost:" + ports.gateway() + "/");
    desk.tell(
        "年度抽查企业占比 %d/%d，公示率 %d/%d，逾期 %d",
        figures.path("inspected").asInt(),
        figures.path("registered").asInt(),
        figures.path("published").asInt(),
        figures.path("recorded").asInt(),
        figures.path("overdue").size());
    String page = desk.client().get(DemoDesk.PUBLISHER, "/").expect(200, "portal").text();
    if (!page.contains("抽查工作计划公告")) {
      throw new IllegalStateException("公示门户上没有计划公告 the portal does not show the plan notice");
    }
  }
}

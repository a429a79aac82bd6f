package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.DemoIdentity.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 演练单位 of a local stack: a bureau with invented firms and officers in which the year's plan is
 * published and its first task drawn, so that whoever learns finds visits to make. Nothing of it is
 * ever public, for its key says what it is. It is set up once; whoever practised goes on with what
 * he did.
 */
final class DemoPractice {
  static final String BUREAU = "130534.practice";

  /** Where its tables lie among the samples. */
  static final String PLACE = "practice";

  private static final String OFFICE = "清河县演练单位";
  private static final String REGISTER = "/registry/api/v1/bureaus/" + BUREAU;
  private static final User PLATFORM = new User("platform", List.of("platform"), "省级平台");
  private static final User PLATFORM_2 = new User("platform-2", List.of("platform"), "省级平台");

  private static final Map<String, Object> ENTRY =
      Map.of(
          "name",
          OFFICE,
          "creditCode",
          "11130534MB00870030",
          "rulePacks",
          List.of(
              "hebei-2023",
              "visits-2023",
              "follow-ups-2023",
              "state-council-2025",
              "visits-2025",
              "records-2025",
              "supervision-2025",
              "assessment-2025",
              "ratings-2026"),
          "documentNumbers",
          "演练〔{year}〕{number}号");

  private static final Map<String, Object> MANDATE =
      Map.of(
          "level",
          "COUNTY",
          "document",
          "清河县演练单位职能配置规定（虚构）",
          "clauses",
          List.of(Map.of("number", "第三条第（一）项", "duty", "负责道路运输行业监督管理", "fields", List.of("道路运输"))));

  private final Home home;
  private final LocalDate today;
  private final Client platform;
  private final DemoDesk desk;

  DemoPractice(Home home, int gateway, DemoIdentity identity, LocalDate today) {
    this.home = home;
    this.today = today;
    this.platform = new Client(gateway, identity);
    this.desk =
        new DemoDesk(
            new Client(gateway, identity, DemoPractice::practising),
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
            new StepTimes());
  }

  /** Who sets it up is who practises there: no learner meets a key or a name of another bureau. */
  private static User practising(User user) {
    return new User(
        Accounts.PRACTISES + user.account(), user.roles(), user.unit(), List.of(BUREAU), "");
  }

  /** Sets it up beside everything else: who waits for the suite waits for no exercise. */
  static void beside(Home home, Stack stack, Optional<LocalDate> day, PrintStream out) {
    LocalDate today = day.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
    Thread.ofVirtual()
        .name(PLACE)
        .start(() -> {
          try {
            new DemoPractice(home, stack.ports().gateway(), stack.identity(), today).prepare();
            out.println(
                "演练单位就绪，账号在登录页；所办一切不会公示  the practice bureau is ready, and publishes nothing");
          } catch (IOException | InterruptedException | IllegalStateException e) {
            // Of an exercise only: the suite goes on, and the next start goes on with it.
            out.println("演练单位没有备好 the practice bureau is not ready: " + Refusals.words(e));
          }
        });
  }

  /** Sets up what is not there yet. */
  void prepare() throws IOException, InterruptedException {
    try (platform;
        desk) {
      if (enter()) {
        return;
      }
      fill();
      String task = today.getYear() + "001-001";
      var plan = new DemoPlan(desk, home);
      plan.make(
          read("plan.txt").replace("{year}", Integer.toString(today.getYear())).getBytes(UTF_8),
          List.of(scope(task, "道路运输"), scope(today.getYear() + "001-002", "道路货运")));
      plan.programme(task, today.toString(), today.getYear() + "-12-31");
      draw(task);
    }
  }

  private static DemoPlan.Scope scope(String task, String label) {
    return new DemoPlan.Scope(task, "ENTERPRISE", List.of(label), List.of("道路运输"));
  }

  private String read(String file) throws IOException {
    return Files.readString(home.sample(PLACE + "/" + file));
  }

  /** Codes of all rows of one of its tables. */
  private List<String> entries(String table) throws IOException {
    return read(table + ".csv").lines().skip(1).map(row -> row.split(",")[0]).toList();
  }

  /** Two people of the platform enter it; whether a plan of this year is there already. */
  private boolean enter() throws InterruptedException {
    if (!platform.get(PLATFORM, REGISTER).body().path("standing").asText().equals("OPEN")) {
      platform.put(PLATFORM, REGISTER, "practice-entry", ENTRY).expect(200, "enter " + BUREAU);
      platform.approve(PLATFORM_2, REGISTER, "practice-agreed").expect(200, "agree to " + BUREAU);
    }
    for (String service : Home.SERVICES) {
      desk.await(
          service + " to know the practice bureau",
          () ->
              desk.client().get(DemoDesk.COORDINATOR, "/" + service + "/api/v1/waiting").status()
                  == HttpURLConnection.HTTP_OK);
    }
    return desk.client()
            .get(
                DemoDesk.COORDINATOR,
                "/draw/api/v1/draws/%s-%d001-001-1".formatted(BUREAU, today.getYear()))
            .status()
        == HttpURLConnection.HTTP_OK;
  }

  private void fill() throws IOException, InterruptedException {
    for (String kind : List.of("items", "subjects", "inspectors")) {
      desk.client()
          .file(
              DemoDesk.REGISTRAR,
              "/registry/api/v1/" + kind + "/imports",
              "practice-" + kind,
              "text/csv",
              read(kind + ".csv").getBytes(UTF_8))
          .expect(200, "import " + kind);
    }
    String mandate = "/registry/api/v1/offices/" + OFFICE + "/mandate";
    desk.client()
        .put(DemoDesk.REGISTRAR, mandate, "practice-mandate", MANDATE)
        .expect(200, "enter the mandate");
    desk.client()
        .approve(DemoDesk.APPROVER, mandate, "practice-mandate-agreed")
        .expect(200, "agree to the mandate");
    List<String> items = entries("items");
    int subjects = entries("subjects").size();
    int inspectors = entries("inspectors").size();
    for (String item : items) {
      desk.client()
          .post(
              DemoDesk.REGISTRAR,
              "/registry/api/v1/items/" + item + "/claim",
              "practice-claim-" + item,
              Map.of("unit", OFFICE))
          .expect(201, "claim " + item);
    }
    desk.await(
        "the registers to reach the draw-service",
        () -> {
          JsonNode known = desk.client().get(DemoDesk.COORDINATOR, "/draw/api/v1/register").body();
          // Who practised may have entered more.
          return known.path("subjects").asInt() >= subjects
              && known.path("inspectors").asInt() >= inspectors
              && known.path("claimedItems").asInt() >= items.size();
        });
  }

  /** The first task is drawn as in earnest, with three witnesses. */
  private void draw(String task) throws IOException, InterruptedException {
    Map<String, Object> terms =
        Map.of(
            "slots",
            List.of(List.of("unit:" + DemoDesk.BRIGADE), List.of()),
            "alternates",
            2,
            "cap",
            20);
    String drawId =
        desk.client()
            .post(
                DemoDesk.COORDINATOR,
                "/draw/api/v1/tasks/" + task + "/draws",
                "practice-freeze-" + task,
                terms)
            .expect(201, "freeze")
            .body()
            .path("drawId")
            .asText();
    var ceremony =
        new DemoCeremony(
            desk.client(), line -> desk.tell("%s", line), desk.times()::waited, drawId);
    ceremony.prepare();
    desk.client()
        .post(
            DemoDesk.COORDINATOR,
            "/draw/api/v1/draws/" + drawId + "/commitment",
            "practice-commit-" + drawId,
            Map.of("executeBy", today.plusDays(5) + "T16:00:00Z"))
        .expect(201, "commit");
    ceremony.hold();
  }
}

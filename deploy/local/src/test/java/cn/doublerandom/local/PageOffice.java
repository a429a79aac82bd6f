package cn.doublerandom.local;

import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.local.browser.Chromium;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A suite that runs, and everybody of the bureau before a browser of his own. */
final class PageOffice {
  private final Home home = new Home(Path.of("../..").toAbsolutePath().normalize());
  private final Path desk;
  private final Stack stack;
  private final Chromium chromium;
  private final boolean stops;
  private final Map<String, Person> people = new LinkedHashMap<>();

  /**
   * @param desk where people keep their files; the suite's are below it
   */
  PageOffice(Path desk, int firstPort, PrintStream out) throws Exception {
    this.desk = Files.createDirectories(desk);
    Path data = desk.resolve("data");
    System.setProperty("suite.home", home.root().toString());
    stack = new Stack(home, data, Ports.freeFrom(firstPort), out);
    stack.setDate(Demo.FIRST_DATE);
    stack.start();
    new Accounts(data, stack.identity()).renew(home);
    chromium = Chromium.open();
    stops = true;
  }

  /** In a suite that runs already, with its accounts, and goes on afterwards. */
  PageOffice(Path desk, Stack stack) {
    this.desk = desk;
    this.stack = stack;
    chromium = Chromium.open();
    stops = false;
  }

  Home home() {
    return home;
  }

  String origin() {
    return "http://127.0.0.1:" + stack.ports().gateway();
  }

  /** Somebody at his desk, the same whenever he is asked for. */
  Person person(String account, Look look) {
    return people.computeIfAbsent(
        account + look, key -> Person.atDesk(chromium, origin(), account, look));
  }

  Person anybody(Look look) {
    return people.computeIfAbsent(
        "anybody" + look, key -> Person.anybody(chromium, origin(), look));
  }

  /** The people go home; their browsers are closed. */
  void empty() {
    people.values().forEach(Person::close);
    people.clear();
  }

  List<Person> present() {
    return List.copyOf(people.values());
  }

  /** Somebody with a telephone and no account. */
  private Person phone(String name, Look look) {
    Look small = Look.of(look.language(), Look.PHONE);
    return people.computeIfAbsent(
        name + small, key -> Person.anybody(chromium, origin(), name, small));
  }

  FirstDrawOnPages firstDraw(Look look, HandbookPictures pictures) {
    return new FirstDrawOnPages(
        home,
        desk,
        new FirstDrawOnPages.Cast(
            person("registrar", look),
            person("coordinator", look),
            person("approver", look),
            person("supervisor", look),
            person("witness-1", Look.of(look.language(), Look.PHONE)),
            List.of(person("approver-2", look), person("approver-3", look)),
            FirstDrawOnPages.byCode().stream()
                .collect(Collectors.toMap(name -> name, name -> phone(name, look)))),
        pictures);
  }

  /** The codes of the sample's items. */
  List<String> items() throws Exception {
    return Files.readAllLines(home.sample("items.csv"), StandardCharsets.UTF_8).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  /** Further items are claimed by a program: one page more of a kind shows nothing new. */
  void claims(List<String> items) throws Exception {
    try (var client = new Client(stack.ports().gateway(), stack.identity())) {
      for (String item : items) {
        client
            .post(
                user("registrar"),
                "/registry/api/v1/items/" + item + "/claim",
                "claim-" + item,
                Map.of("unit", FirstDrawOnPages.BUREAU))
            .expect(201, "claim " + item);
      }
    }
  }

  /** What the draw is in. */
  String phase(String draw) throws Exception {
    try (var client = new Client(stack.ports().gateway(), stack.identity())) {
      return client
          .get(user("coordinator"), draw.replace("/ui/", "/api/v1/"))
          .body()
          .path("phase")
          .asText();
    }
  }

  /** The first visit nobody has begun, once its team has confirmed its training. */
  JsonNode visit() throws Exception {
    try (var client = new Client(stack.ports().gateway(), stack.identity())) {
      JsonNode visit =
          await()
              .atMost(Duration.ofMinutes(2))
              .until(
                  () ->
                      client
                          .get(user("coordinator"), "/inspection/api/v1/visits?state=ASSIGNED")
                          .body()
                          .path("items")
                          .path(0),
                  one -> !one.isMissingNode());
      String path = "/inspection/api/v1/visits/" + Client.part(visit.path("visitId").asText());
      for (JsonNode one : visit.path("inspectors")) {
        client
            .post(
                officer(one.asText()),
                path + "/preparation/training",
                "training-" + one.asText(),
                Map.of("content", "抽查检查工作指引"))
            .expect(200, "training");
      }
      return visit;
    }
  }

  /** What a program of an officer reads of a visit. */
  JsonNode readsOf(JsonNode visit, String part) throws Exception {
    try (var client = new Client(stack.ports().gateway(), stack.identity())) {
      return client
          .get(
              officer(visit.path("inspectors").path(0).asText()),
              "/inspection/api/v1/visits/" + Client.part(visit.path("visitId").asText()) + part)
          .expect(200, part)
          .body();
    }
  }

  private static User officer(String account) {
    return new User(account, List.of("inspector"), DemoDesk.BRIGADE);
  }

  private static User user(String account) {
    return DemoIdentity.USERS.stream()
        .filter(user -> user.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  void close() throws Exception {
    try {
      empty();
      chromium.close();
    } finally {
      if (stops) {
        stack.stop();
      }
    }
  }
}

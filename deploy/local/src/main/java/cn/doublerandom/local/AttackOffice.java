package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.local.attack.Office;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The office an attack is made on: the first task of the demonstration drawn, visited and
 * published, the second drawn behind a seal.
 */
final class AttackOffice implements AutoCloseable {
  private static final LocalDate SECOND_DATE = LocalDate.of(2023, 6, 15);
  private static final String BRIGADE = "综合行政执法大队";
  private static final String SECOND_TASK = "2023003-002";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final User COORDINATOR = new User("coordinator", List.of("coordinator"), "法制安全科");
  private static final User APPROVER = new User("approver", List.of("approver"), "局领导");
  private static final User SUPERVISOR = new User("supervisor", List.of("supervisor"), "纪检监察室");

  private final Stack stack;
  private final Client client;
  private final PrintStream out;
  private String sealedDraw = "";

  AttackOffice(Stack stack, PrintStream out) {
    this.stack = stack;
    this.out = out;
    this.client = new Client(stack.ports().gateway(), stack.identity());
  }

  /** One draw from claim to public notice, then the day of the second. */
  void open(Home home, Path data) throws Exception {
    new Demo(home, stack, data, out).rehearse();
    stack.setDate(SECOND_DATE);
  }

  /** The second draw is committed; it is held when its minute is over. */
  DemoCeremony commitSealed() throws IOException, InterruptedException {
    client
        .post(SUPERVISOR, "/draw/api/v1/sealing-keys", "attack-key", Client.nothing())
        .expect(201, "a sealing key");
    client
        .approve(
            APPROVER,
            "/draw/api/v1/sealing-keys/waiting",
            "/draw/api/v1/sealing-keys/approval",
            "attack-key-2",
            Client.nothing())
        .expect(201, "approval of the sealing key");
    sealedDraw =
        client
            .post(
                COORDINATOR,
                "/draw/api/v1/tasks/" + SECOND_TASK + "/draws",
                "attack-freeze",
                Map.of(
                    "slots",
                    List.of(List.of("unit:" + BRIGADE), List.of()),
                    "alternates",
                    3,
                    "cap",
                    20))
            .expect(201, "freeze")
            .body()
            .path("drawId")
            .asText();
    var ceremony =
        new DemoCeremony(client, line -> out.println("  " + line), time -> {}, sealedDraw);
    ceremony.prepare();
    client
        .post(
            COORDINATOR,
            "/draw/api/v1/draws/" + sealedDraw + "/commitment",
            "attack-commit",
            Map.of(
                "executeBy", SECOND_DATE.plusDays(5) + "T16:00:00Z",
                "openBy", SECOND_DATE.plusDays(60) + "T16:00:00Z"))
        .expect(201, "commit");
    return ceremony;
  }

  /** What there is now: ids of the office's own, and words that must not leave. */
  Office now() throws InterruptedException, SQLException, IOException {
    Map<String, String> objects = new HashMap<>();
    JsonNode draws = client.get(COORDINATOR, "/draw/api/v1/draws").expect(200, "draws").body();
    String draw = "";
    for (JsonNode one : draws.path("items")) {
      String id = one.path("drawId").asText();
      draw = id.equals(sealedDraw) ? draw : id;
    }
    JsonNode teams =
        client
            .get(COORDINATOR, "/draw/api/v1/draws/" + draw)
            .expect(200, "draw")
            .body()
            .path("teams");
    JsonNode team = teams.get(0);
    String subject = team.path("subject").asText();
    objects.put("drawId", draw);
    objects.put("sealedDrawId", sealedDraw);
    objects.put("visitId", draw + "-" + subject);
    objects.put("resultId", draw + "-" + subject);
    objects.put("subject", subject);
    objects.put("subjects.id", subject);
    objects.put("inspector", team.path("inspectors").get(0).asText());
    objects.put("inspectors.id", "JC012");
    objects.put("task", "2023001-001");
    objects.put("lead", "2023001-001");
    objects.put("unit", "清河县交通运输局");
    objects.put("code", "JT-DY-02");
    objects.put("item", "JT-DY-02");
    objects.put("planKey", first("/publication/api/v1/plans", "planKey"));
    objects.put("programmeId", first("/publication/api/v1/programmes", "programmeId"));
    objects.put("path", "0/000");
    List<String> members = new ArrayList<>();
    team.path("inspectors").forEach(member -> members.add(member.asText()));
    return new Office(objects, members.getFirst(), stranger(members), BRIGADE, hidden());
  }

  private String first(String list, String name) throws InterruptedException {
    return client
        .get(COORDINATOR, list)
        .expect(200, list)
        .body()
        .at("/items/0")
        .path(name)
        .asText("0");
  }

  private static String stranger(List<String> members) {
    for (int n = 1; n <= 12; n++) {
      String account = "JC%03d".formatted(n);
      if (!members.contains(account)) {
        return account;
      }
    }
    throw new AssertionError("a team of twelve");
  }

  /** What only the service knows of the sealed draw, and how every officer is called. */
  private Map<String, String> hidden() throws SQLException, IOException {
    Map<String, String> hidden = new HashMap<>(Map.of("the name of an officer", "示例人员"));
    try (Connection connection = Databases.open(stack.ports().postgres(), "draw");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT payload FROM event WHERE type = 'DrawExecuted' AND stream_id LIKE '%"
                    + SECOND_TASK
                    + "%' ORDER BY position DESC LIMIT 1")) {
      if (rows.next()) {
        JsonNode drawn = JSON.readTree(rows.getString(1));
        hidden.put("the salt of the seal", drawn.path("salt").asText());
        hidden.put("the hash of what is sealed", drawn.path("resultHash").asText());
        hidden.put("the sealed seed", drawn.at("/result/seed").asText());
      }
    }
    hidden.values().removeIf(String::isBlank);
    return hidden;
  }

  @Override
  public void close() {
    client.close();
  }
}

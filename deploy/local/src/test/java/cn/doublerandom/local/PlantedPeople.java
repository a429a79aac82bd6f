package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * People with names that cannot be mistaken, in a suite that has been through a year: a driver, who
 * owns a lorry, a stall and a boat, an officer, an expert; and the officers of the story itself,
 * who were drawn, visited, recorded and published. Everything that can be read is searched for
 * them.
 */
final class PlantedPeople {
  private static final String DRIVER = "欧阳种于年";
  private static final String HOME = "种年胡同七十七号";
  private static final String LICENCE = "PLANTED-YEAR-77";
  private static final String OFFICER = "诸葛种于年";
  private static final String CERTIFICATE = "13999788";
  private static final String EXPERT = "公孙种于年";
  private static final List<String> OWNERS = List.of("闻人种于年", "钟离种于年", "澹台种于年");

  /** Officers of the story and their certificates, as the sample has them. */
  private static final List<String> STORY = List.of("示例人员", "1305341000");

  /** A witness signs a draw in public: his signature stands in the draw, and what tells of it. */
  private static final String WITNESS = "公众代表";

  /** No person's: whatever does not find it has not looked. */
  private static final String PLATE = "冀E年001挂";

  private static final Set<String> DRAWS = Set.of("draw", "publication");

  private static final DemoIdentity.User REGISTRAR =
      new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");
  private static final DemoIdentity.User APPROVER =
      new DemoIdentity.User("approver", List.of("approver"), "分管领导");
  private static final List<String> ERASABLE =
      List.of(
          "subjects/YEAR-1",
          "subjects/YEAR-2",
          "subjects/YEAR-3",
          "subjects/92130534MA0000007E",
          "inspectors/YEAR-5",
          "experts/YEAR-6");

  private final Stack stack;
  private final Path data;
  private final Set<String> looked = new TreeSet<>();

  PlantedPeople(Stack stack, Path data) {
    this.stack = stack;
    this.data = data;
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(OWNERS);
    all.addAll(STORY);
    all.addAll(List.of(DRIVER, HOME, LICENCE, OFFICER, CERTIFICATE, EXPERT));
    return all;
  }

  /**
   * They come in, are read by who keeps the register, are found nowhere, leave and are forgotten.
   */
  void comeAndGo(Path scratch) throws Exception {
    try (var client = new Client(stack.ports().gateway(), stack.identity())) {
      tables(client, "come", "存续", "在岗");
      client
          .approve(APPROVER, "/registry/api/v1/inspectors/YEAR-5/absence", "come-YEAR-5")
          .expect(200, "on duty");
      for (String come : ERASABLE) {
        if (come.startsWith("subjects/")) {
          String status = "/registry/api/v1/" + come + "/status";
          client.approve(APPROVER, status, "come-" + come).expect(200, come);
        }
      }
      assertThat(read(client, "subjects/YEAR-1")).contains(DRIVER, HOME, LICENCE);
      assertThat(read(client, "subjects/YEAR-2")).contains(OWNERS.get(0));
      assertThat(read(client, "inspectors/YEAR-5")).contains(OFFICER, CERTIFICATE);
      areFoundNowhere(scratch.resolve("planted"));
      tables(client, "leave", "注销", "离岗");
      for (String gone : ERASABLE) {
        if (gone.startsWith("subjects/")) {
          String status = "/registry/api/v1/" + gone + "/status";
          client.approve(APPROVER, status, "leave-" + gone).expect(200, gone);
        } else if (gone.startsWith("inspectors/")) {
          String absence = "/registry/api/v1/" + gone + "/absence";
          client.approve(APPROVER, absence, "leave-" + gone).expect(200, gone);
        }
      }
      client
          .post(
              REGISTRAR,
              "/registry/api/v1/experts/YEAR-6/withdrawal",
              "withdraw",
              Map.of("reason", "期满"))
          .expect(200, "withdrawal");
      areForgotten(client);
    }
    areFoundNowhere(scratch.resolve("forgotten"));
  }

  private static String read(Client client, String address) throws InterruptedException {
    return client.get(REGISTRAR, "/registry/api/v1/" + address).expect(200, address).text();
  }

  private static void tables(Client client, String when, String status, String duty)
      throws InterruptedException {
    String heads = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,类型,管辖单位,许可证,建设单位或所有人\n";
    String tail = ",未分类," + status + ",县交通运输局,2020-01-01,";
    load(
        client,
        when,
        "subjects",
        heads
            + "YEAR-1,%s,从业人员,道路货运%s%s,驾驶员,运输公司,从业资格证/%s/2099-01-01,\n"
                .formatted(DRIVER, tail, HOME, LICENCE)
            + "YEAR-2,%s,车辆,道路货运%s清河县,重型货车,,,%s\n".formatted(PLATE, tail, OWNERS.get(0))
            + "YEAR-3,清渔年002,船舶,水路运输%s清河县,货船,,,%s\n".formatted(tail, OWNERS.get(1))
            + "92130534MA0000007E,清河县示例修理部,个体户,机动车维修%s清河县,,,,%s\n".formatted(tail, OWNERS.get(2)));
    load(
        client,
        when,
        "inspectors",
        "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nYEAR-5,%s,综合行政执法大队,%s,2099-12-31,道路货运,%s\n"
            .formatted(OFFICER, CERTIFICATE, duty));
    load(
        client,
        when,
        "experts",
        "编号,类别,名称,专业领域,委托机关,委托书文号,委托自,委托至\n"
            + "YEAR-6,专业人员,%s,桥梁,县交通运输局,清交委〔2023〕1号,2023-01-01,2099-12-31\n".formatted(EXPERT));
  }

  private static void load(Client client, String when, String kind, String csv)
      throws InterruptedException {
    client
        .file(
            REGISTRAR,
            "/registry/api/v1/" + kind + "/imports",
            when + "-" + kind,
            "text/csv",
            csv.getBytes(UTF_8))
        .expect(200, when + " " + kind);
  }

  private void areForgotten(Client client) throws Exception {
    for (String person : ERASABLE) {
      String erasure = "/registry/api/v1/" + person + "/erasure";
      client
          .post(REGISTRAR, erasure, "ask-" + person, Map.of("reason", "本人申请"))
          .expect(201, person);
      client.approve(APPROVER, erasure, "agree-" + person).expect(200, person);
    }
    for (String person : ERASABLE.subList(0, ERASABLE.size() - 1)) {
      assertThat(read(client, person)).doesNotContain(all());
    }
    try (Connection connection = Databases.open(stack.ports().postgres(), "registry")) {
      assertThat(
              Heard.number(
                  connection,
                  "SELECT count(*) FROM person_key WHERE person ~ 'YEAR-|92130534MA0000007E'"))
          .as("keys of those who were forgotten")
          .isZero();
    }
    String table =
        client.get(REGISTRAR, "/registry/api/v1/subjects/export").expect(200, "export").text();
    assertThat(table).doesNotContain(all()).doesNotContain("YEAR-1");
  }

  /** Told to the others and sealed by a witness, so that it stands wherever it ever will. */
  private void areToldEverywhere() throws SQLException {
    long last;
    long told;
    try (Connection registry = Databases.open(stack.ports().postgres(), "registry")) {
      last = Heard.number(registry, "SELECT max(seq) FROM ledger");
      told =
          Heard.number(
              registry, "SELECT max(seq) FROM announcement WHERE topic = ?", "registry.events.v1");
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          try (Connection registry = Databases.open(stack.ports().postgres(), "registry");
              Connection draw = Databases.open(stack.ports().postgres(), "draw")) {
            return Heard.number(registry, "SELECT coalesce(max(size), 0) FROM cosignature") >= last
                && Heard.number(
                        draw,
                        "SELECT coalesce(max(seq), 0) FROM inbox_position WHERE source = ?",
                        "registry.events.v1")
                    >= told;
          }
        });
  }

  private void areFoundNowhere(Path scratch) throws Exception {
    areToldEverywhere();
    List<String> found = new ArrayList<>();
    int rows = 0;
    for (String service : Home.SERVICES) {
      rows += database(service, found);
    }
    assertThat(rows).as("rows searched").isGreaterThan(2_000);
    assertThat(topics(found)).as("records searched").isGreaterThan(500);
    Map<String, String> answers =
        new StrangersCost(stack.ports(), stack::pid).answers("YEAR-1", "YEAR-5");
    assertThat(answers).as("answers searched").hasSizeGreaterThan(50);
    answers.forEach((address, text) -> search(address, text, all(), found));
    assertThat(Suite.run("export", "--public", scratch.toString(), "--data", data.toString()))
        .isZero();
    assertThat(files(scratch, all(), found)).as("files of the export").isGreaterThan(20);
    List<String> inLogs = new ArrayList<>(all());
    inLogs.add(WITNESS);
    assertThat(files(data.resolve("logs"), inLogs, found)).as("logs").isGreaterThan(5);
    assertThat(found).isEmpty();
    assertThat(looked)
        .as("where what is no person's was found")
        .contains(
            "registry public.event",
            "registry public.announcement",
            "registry public.subject_view",
            "draw public.registry_subject_view",
            "publication public.registry_subject_view",
            "registry.events.v1",
            "registry.subjects.v1",
            "disclosed.ndjson");
  }

  private void search(String where, String text, List<String> wanted, List<String> found) {
    if (text.contains(PLATE)) {
      looked.add(where);
    }
    wanted.stream().filter(text::contains).forEach(one -> found.add(one + " in " + where));
  }

  /** Every row of every table as text; bytes stand there in hexadecimal. */
  private int database(String service, List<String> found) throws SQLException {
    List<String> wanted = new ArrayList<>(all());
    if (!DRAWS.contains(service)) {
      wanted.add(WITNESS);
    }
    for (String one : List.copyOf(wanted)) {
      wanted.add(HexFormat.of().formatHex(one.getBytes(UTF_8)));
      wanted.add(escaped(one));
    }
    int searched = 0;
    try (Connection connection = Databases.open(stack.ports().postgres(), service)) {
      for (String table : tables(connection)) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
          while (rows.next()) {
            searched++;
            search(service + " " + table, rows.getString(1), wanted, found);
          }
        }
      }
    }
    return searched;
  }

  /** As JSON may spell it. */
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.chars()
        .forEach(c ->
            escaped.append(c < 128 ? "" + (char) c : String.format(Locale.ROOT, "\\u%04x", c)));
    return escaped.toString();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema')
                ORDER BY 1
                """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    assertThat(tables).hasSizeGreaterThan(15);
    return tables;
  }

  private int topics(List<String> found) throws Exception {
    Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + stack.ports().kafka());
    Set<String> topics;
    try (Admin admin = Admin.create(kafka)) {
      topics = new TreeSet<>(admin.listTopics().names().get());
    }
    assertThat(topics).contains("registry.events.v1", "draw.events.v1", "registry.subjects.v1");
    int searched = 0;
    for (String topic : topics) {
      for (var message : TopicTails.readAll(kafka, topic)) {
        searched++;
        var text = new StringBuilder(message.key() + " " + message.value());
        message.headers().forEach(h -> text.append(' ').append(new String(h.value(), UTF_8)));
        List<String> wanted = new ArrayList<>(all());
        if (!DRAWS.contains(topic.substring(0, Math.max(0, topic.indexOf('.'))))) {
          wanted.add(WITNESS);
        }
        search(topic, text.toString(), wanted, found);
      }
    }
    return searched;
  }

  private int files(Path directory, List<String> wanted, List<String> found) throws IOException {
    int searched = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        searched++;
        search(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), UTF_8),
            wanted,
            found);
      }
    }
    return searched;
  }

  /** The files themselves, once nothing runs: what was deleted or moved lies there too. */
  static void lieInNoFile(Path data) throws IOException {
    List<String> found = new ArrayList<>();
    boolean isLooked = false;
    for (String part : List.of("postgres", "kafka", "logs", "scratch", "witness", "bundles")) {
      if (Files.isDirectory(data.resolve(part))) {
        try (Stream<Path> files = Files.walk(data.resolve(part))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            String bytes = Files.readString(file, ISO_8859_1);
            isLooked |= bytes.contains(new String(PLATE.getBytes(UTF_8), ISO_8859_1));
            for (String one : all()) {
              if (bytes.contains(new String(one.getBytes(UTF_8), ISO_8859_1))) {
                found.add(one + " in " + data.relativize(file));
              }
            }
          }
        }
      }
    }
    assertThat(isLooked).as("what is no person's lies in some file").isTrue();
    assertThat(found).isEmpty();
  }
}

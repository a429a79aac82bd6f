package cn.doublerandom.inspection.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.ResultRule;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.servicekit.time.SystemTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** 期限提醒 outside the desk: each fact once to each receiver, over real servers. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemindersIT {
  private static final AtomicInteger VISITS = new AtomicInteger();
  private static final int ROUNDS = 5;
  private static final LocalDate DAY = LocalDate.of(2999, 3, 15);
  private static final LocalDate LAST = LocalDate.of(2999, 4, 12);
  private static final LocalDate FIVE = LocalDate.of(2999, 4, 5);

  /** A bureau of its own, in whose figures no other test looks. */
  private static final Scope HOME = new Scope("130599");

  private static final Scope PRACTICE = new Scope("130534.practice");

  @Inject Pool pool;
  @Inject CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  @Inject Vitals vitals;
  @Inject SystemTime time;
  @Inject Vertx vertx;
  @Inject ReminderWorkers workers;

  private final MeterRegistry figures = new SimpleMeterRegistry();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> answer = new AtomicReference<>("200 {\"errcode\":0}");
  private GreenMail mail;
  private HttpServer robot;

  @BeforeEach
  void servers() throws Exception {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    robot.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String[] says = answer.get().split(" ", 2);
          byte[] body = says[1].getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(Integer.parseInt(says[0]), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    robot.start();
    allHasItsPlace();
    // The end of the ledger is where the next reminder begins.
    pool.query("DELETE FROM reminder.message").execute().await().indefinitely();
    pool.query("UPDATE reminder.reach SET seq = (SELECT max(seq) FROM ledger)")
        .execute()
        .await()
        .indefinitely();
  }

  @AfterEach
  void gone() {
    mail.stop();
    robot.stop(0);
  }

  private ReminderSettings settings() {
    return new ReminderSettings(
        Optional.of("{account}@jtj.example"),
        List.of("lead@jtj.example", "coordinator@jtj.example"),
        Optional.of(
            URI.create(
                "http://127.0.0.1:%d/send?key=s3cret".formatted(robot.getAddress().getPort()))),
        Optional.of("desk@jtj.example"),
        Duration.ZERO);
  }

  private static ReminderSettings nothing() {
    return new ReminderSettings(
        Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  private ReminderMaking making(ReminderSettings settings) {
    return new ReminderMaking(settings, pool, visits, vitals, time);
  }

  private ReminderSending sending(ReminderSettings settings, int port) {
    MailConfig config = new MailConfig().setHostname("127.0.0.1").setPort(port).setKeepAlive(false);
    return new ReminderSending(
        settings,
        pool,
        new MailMessenger(MailClient.create(vertx, config), settings.from()),
        settings.messenger().map(address -> new HouseMessenger(vertx, address)),
        vitals,
        figures);
  }

  private ReminderSending sending() {
    return sending(settings(), mail.getSmtp().getPort());
  }

  /**
   * Its rounds, until nothing waits: a machine under load may be slower than a sender is patient.
   */
  private void allIsSent() throws Exception {
    for (int round = 0; round < ROUNDS && waiting() > 0; round++) {
      sending().turn();
    }
  }

  private long waiting() {
    return number("SELECT count(*) FROM reminder.message");
  }

  private double counted(String way, String outcome) {
    return figures.counter("suite.reminders", "way", way, "outcome", outcome).count();
  }

  /** A visit that was finished and whose result has five working days left. */
  private String visitDueSoon(Scope scope) {
    String id = "%s-2999001-001-1-R%d".formatted(scope.name(), VISITS.incrementAndGet());
    List<String> team = List.of("JC001", "JC002");
    var assignment =
        new Assignment(
            id,
            scope.name() + "-2999001-001-1",
            "2999001",
            "001",
            "R" + VISITS.get(),
            team,
            List.of(new Assignment.Item("I-1", "经营行为")),
            LocalDate.of(2999, 3, 1),
            LocalDate.of(2999, 11, 30),
            null,
            List.of("大队"));
    var due =
        new Due(
            LAST,
            false,
            new DeadlineBasis("national-2019", 20, "通知"),
            List.of(new Reminder(FIVE, 5), new Reminder(LAST, 0)));
    var rule = new ResultRule(List.of(), List.of(), Map.of(), "national-2019");
    for (VisitCommand command :
        List.of(
            new VisitCommand.AssignVisit(assignment, List.of()),
            new VisitCommand.StartInspection(team, "JC001", DAY, 2, "national-2019", Map.of()),
            new VisitCommand.StartInspection(team, "JC002", DAY, 2, "national-2019", Map.of()),
            new VisitCommand.CheckItem(new Answer("I-1", List.of("1"), ""), "JC001", rule, DAY),
            new VisitCommand.FinishInspection("JC001", DAY, due),
            new VisitCommand.FinishInspection("JC002", DAY, due),
            new VisitCommand.NoteApproach(FIVE))) {
      handle(scope, id, command);
    }
    return id;
  }

  private void everybodySigns(String visit) {
    String hash =
        VisitRecord.hash(
            visits
                .within(HOME)
                .load(VisitStreams.VISIT.of(visit))
                .await()
                .indefinitely()
                .state()
                .over()
                .orElseThrow());
    handle(
        HOME,
        visit,
        new VisitCommand.SignForSubject(
            new SubjectSignature(
                SubjectSignature.Way.GLASS,
                hash,
                "a".repeat(64),
                "安全负责人",
                null,
                null,
                "JC001",
                DAY)));
    for (String who : List.of("JC001", "JC002")) {
      handle(
          HOME,
          visit,
          new VisitCommand.SignRecord(
              new OfficerSignature(who, hash, null, null, DAY),
              hash.substring(0, VisitRecord.CHECK_DIGITS),
              null));
    }
  }

  private void handle(Scope scope, String id, VisitCommand command) {
    visits
        .within(scope)
        .handle(
            VisitStreams.VISIT.of(id), command, CommandContext.byItself("test", Instant.now(), id))
        .await()
        .indefinitely();
  }

  /** Until everything that became a fact has its place, and was read. */
  private void readOn() {
    allHasItsPlace();
    ReminderMaking making = making(settings());
    boolean isMore = true;
    while (isMore) {
      isMore = making.turn();
    }
  }

  private void allHasItsPlace() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            number("SELECT count(*) FROM event LEFT JOIN ledger USING (position) WHERE seq IS NULL")
                == 0);
  }

  private long number(String question) {
    return pool.query(question).execute().await().indefinitely().iterator().next().getLong(0);
  }

  private List<String> receivers() {
    return Arrays.stream(mail.getReceivedMessages()).map(RemindersIT::receiver).sorted().toList();
  }

  private static String receiver(MimeMessage one) {
    try {
      return one.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Before all others, none of which leaves it so. */
  @Test
  @Order(1)
  void whoever_names_a_receiver_for_the_first_time_is_not_sent_the_past() throws Exception {
    visitDueSoon(HOME);

    readOn();

    assertThat(waiting()).isZero();
    visitDueSoon(HOME);
    readOn();
    assertThat(waiting()).isEqualTo(5);
  }

  @Test
  void officers_lead_coordinator_and_messenger_are_told_once_in_two_languages() throws Exception {
    readOn();
    String visit = visitDueSoon(HOME);
    readOn();

    allIsSent();

    assertThat(receivers())
        .containsExactly(
            "JC001@jtj.example",
            "JC002@jtj.example",
            "coordinator@jtj.example",
            "lead@jtj.example");
    MimeMessage first = mail.getReceivedMessages()[0];
    String text = new ReminderNote(visit, "2999001-001", LAST, 5).text();
    assertThat(first.getSubject()).isEqualTo("检查结果录入提醒：2999001-001，还剩 5 个工作日");
    assertThat(first.getContent().toString().strip().replace("\r\n", "\n")).isEqualTo(text);
    assertThat(GreenMailUtil.getAddressList(first.getFrom())).isEqualTo("desk@jtj.example");
    assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    JsonNode message = new ObjectMapper().readTree(told.getFirst());
    assertThat(message.properties()).hasSize(2);
    assertThat(message.path("msgtype").asText()).isEqualTo("text");
    assertThat(message.path("text").path("content").asText()).isEqualTo(text);
    assertThat(waiting()).isZero();
    aRestartSendsNothingAgain();
  }

  private void aRestartSendsNothingAgain() throws Exception {
    readOn();
    sending().turn();
    assertThat(mail.getReceivedMessages()).hasSize(4);
    assertThat(told).hasSize(1);
  }

  @Test
  void what_was_noted_before_a_crash_is_sent_after_it() throws Exception {
    readOn();
    visitDueSoon(HOME);
    readOn();
    // Claimed by a process that has died since.
    new KeptReminders(pool).claim(20, Duration.ZERO).await().indefinitely();

    allIsSent();

    assertThat(receivers()).hasSize(4).doesNotHaveDuplicates();
    assertThat(waiting()).isZero();
  }

  @Test
  void a_server_of_mail_that_takes_nothing_now_is_asked_again() throws Exception {
    readOn();
    visitDueSoon(HOME);
    readOn();
    try (var busy = new ScriptedSmtp("451 4.3.2 later")) {
      sending(settings(), busy.port()).turn();
    }
    assertThat(waiting()).isEqualTo(4);
    assertThat(counted("officer", "failed")).isEqualTo(2);

    allIsSent();

    assertThat(receivers()).hasSize(4).doesNotHaveDuplicates();
    assertThat(told).hasSize(1);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_receiver_there_is_not_is_given_up_and_stops_nobody_else() throws Exception {
    readOn();
    visitDueSoon(HOME);
    readOn();
    try (var strict = new ScriptedSmtp("550 5.1.1 nobody here")) {
      sending(settings(), strict.port()).turn();
    }

    assertThat(waiting()).isZero();
    assertThat(counted("officer", "refused")).isEqualTo(2);
    assertThat(counted("messenger", "delivered")).isEqualTo(1);
  }

  @Test
  void a_messenger_that_fails_redirects_or_says_so_in_words_is_asked_again() throws Exception {
    readOn();
    visitDueSoon(HOME);
    readOn();
    for (String no :
        List.of(
            "500 broken",
            "302 elsewhere",
            "404 {\"errcode\":0}",
            "200 {\"errcode\":45009,\"errmsg\":\"too often\\n\"}")) {
      answer.set(no);
      sending().turn();
      assertThat(waiting()).as(no).isEqualTo(1);
    }
    assertThat(told).hasSize(4);

    answer.set("200 {\"errcode\":0,\"errmsg\":\"ok\"}");
    allIsSent();

    assertThat(told).hasSize(5);
    assertThat(waiting()).isZero();
    assertThat(mail.getReceivedMessages()).hasSize(4);
  }

  @Test
  void after_a_day_a_reminder_is_given_up_and_counted() throws Exception {
    readOn();
    visitDueSoon(HOME);
    readOn();
    pool.query("UPDATE reminder.message SET until = now() WHERE way = 'MESSENGER'")
        .execute()
        .await()
        .indefinitely();

    sending().turn();

    assertThat(told).isEmpty();
    assertThat(counted("messenger", "given-up")).isEqualTo(1);
    assertThat(mail.getReceivedMessages()).hasSize(4);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_result_that_was_recorded_meanwhile_is_not_reminded_of() throws Exception {
    readOn();
    String visit = visitDueSoon(HOME);
    everybodySigns(visit);
    handle(HOME, visit, new VisitCommand.RecordResult("JC001", "大队", DAY));
    readOn();

    assertThat(waiting()).isZero();
  }

  @Test
  void a_result_that_is_late_is_told_as_overdue() throws Exception {
    readOn();
    String visit = visitDueSoon(HOME);
    readOn();
    allIsSent();
    handle(HOME, visit, new VisitCommand.NoteDeadline(LAST.plusDays(1)));
    readOn();
    told.clear();

    allIsSent();

    assertThat(told).singleElement().asString().contains("已逾期", "overdue", visit);
  }

  @Test
  void nobody_is_reminded_of_an_exercise() throws Exception {
    readOn();
    visitDueSoon(PRACTICE);
    readOn();

    sending().turn();

    assertThat(waiting()).isZero();
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void where_no_receiver_is_named_nothing_is_read_and_nothing_sent() throws Exception {
    assertThat(workers.isAtWork()).isFalse();
    visitDueSoon(HOME);

    assertThat(making(nothing()).turn()).isFalse();
    assertThat(sending(nothing(), mail.getSmtp().getPort()).turn()).isFalse();
    assertThat(waiting()).isZero();
  }
}

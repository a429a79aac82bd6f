package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.contracts.broker.Grant;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rights of production, on a broker that has them: the file an office starts from, and SCRAM.
 * That the file says what the contract says is asked in every run, by {@code BrokerRightsTest}.
 */
@Tag("deep")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("BrokerRightsIT")
class BrokerRightsIT {
  private static final Path ROOT = Path.of("../..");
  private static final String PASSWORD = "made-for-this-run";
  private static final String PLATFORM = "province-platform";
  private static final String STRANGER = "stranger";
  private static final Duration POLL = Duration.ofSeconds(10);
  private static LocalKafka broker;

  @BeforeAll
  static void a_guarded_broker(@TempDir Path directory) throws Exception {
    var rights = new Properties();
    try (var in = Files.newBufferedReader(ROOT.resolve("deploy/kafka/server.properties"))) {
      rights.load(in);
    }
    broker = LocalKafka.startGuarded(directory.resolve("kafka"), rights, PASSWORD);
    List<Grant> grants = new ArrayList<>(Grant.ofTheHouse());
    grants.addAll(Grant.ofConsumer(PLATFORM, List.of(Topic.PUBLICATION_EVENTS)));
    try (Admin admin = Admin.create(settings("admin"))) {
      admin.createAcls(grants.stream().map(BrokerRightsIT::binding).toList()).all().get();
      List<String> principals = new ArrayList<>(Grant.services());
      principals.addAll(List.of(Grant.AUDIT, Topic.RECEIVERS, PLATFORM, STRANGER));
      admin
          .alterUserScramCredentials(
              List.copyOf(principals.stream().map(BrokerRightsIT::account).toList()))
          .all()
          .get();
    }
    // Each service makes its own topics, as it does when it starts.
    for (String service : Grant.services()) {
      TopicMaking.create(settings(service), written(service));
    }
    // What authorities outside write, whoever runs the broker makes (docs/brokers.md).
    TopicMaking.create(settings("admin"), written(Topic.RECEIVERS));
  }

  @AfterAll
  static void stopped() {
    broker.close();
  }

  private static UserScramCredentialUpsertion account(String principal) {
    return new UserScramCredentialUpsertion(
        principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD);
  }

  private static AclBinding binding(Grant grant) {
    ResourceType type =
        switch (grant.kind()) {
          case TOPIC -> ResourceType.TOPIC;
          case GROUP -> ResourceType.GROUP;
          case TRANSACTIONAL_ID -> ResourceType.TRANSACTIONAL_ID;
        };
    AclOperation operation = AclOperation.valueOf(grant.operation().name());
    return new AclBinding(
        new ResourcePattern(type, grant.name(), PatternType.LITERAL),
        new AccessControlEntry(
            "User:" + grant.principal(), "*", operation, AclPermissionType.ALLOW));
  }

  private static Map<String, Object> settings(String principal) {
    return settings(principal, PASSWORD);
  }

  private static Map<String, Object> settings(String principal, String password) {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
            + principal
            + "\" password=\""
            + password
            + "\";");
  }

  private static List<String> written(String service) {
    return Topic.writtenBy(service).stream().map(Topic::address).toList();
  }

  static Stream<String> services() {
    return Grant.services().stream();
  }

  /** The id under which a service tells; a gateway tells under that of its number. */
  private static String relay(String service) {
    return service.equals("gateway") ? "gateway-audit-1" : service + "-relay";
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> by, String relay) {
    Map<String, Object> all = new HashMap<>(by);
    all.put("max.block.ms", 10_000);
    if (!relay.isEmpty()) {
      all.put("transactional.id", relay);
    }
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(String principal, String group) {
    Map<String, Object> all = new HashMap<>(settings(principal));
    all.put("group.id", group);
    all.put("auto.offset.reset", "earliest");
    all.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
  }

  /**
   * What the relay does: a transaction under the service's own id. Once the broker called the state
   * of one begun right after another invalid; why is not known. It is begun anew, a refusal of
   * rights is not.
   */
  private static void tell(String service, String topic, String value) {
    for (int attempt = 1; !isTold(service, topic, value); attempt++) {
      assertThat(attempt).as("%s tells %s", service, topic).isLessThan(5);
    }
  }

  private static boolean isTold(String service, String topic, String value) {
    if (service.equals(Topic.RECEIVERS)) {
      return isWritten(topic, value);
    }
    try (var producer = producer(settings(service), relay(service))) {
      producer.initTransactions();
      producer.beginTransaction();
      var unused = producer.send(new ProducerRecord<>(topic, 0, "key", value));
      producer.commitTransaction();
      return true;
    } catch (InvalidTxnStateException called) {
      return false;
    }
  }

  /** Receivers have no ledger and no relay. */
  private static boolean isWritten(String topic, String value) {
    try (var producer = producer(settings(Topic.RECEIVERS), "")) {
      producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The plainest write there is: not even numbered, so that the topic's own right is asked. */
  private static void send(String principal, String topic)
      throws ExecutionException, InterruptedException {
    Map<String, Object> plain = new HashMap<>(settings(principal));
    plain.put("enable.idempotence", false);
    try (var producer = producer(plain, "")) {
      producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
    }
  }

  private static List<String> heard(String principal, String group, String topic, String until) {
    List<String> heard = new ArrayList<>();
    try (var consumer = consumer(principal, group)) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + POLL.toNanos() * 2;
      while (!heard.contains(until) && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(r -> heard.add(r.value()));
      }
      consumer.commitSync();
    }
    return heard;
  }

  /** A transaction is over for its writer before the broker shows readers that it is. */
  private static void readsToTheEnd(String principal, String topic, String value) {
    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(settings(principal), topic))
                .extracting(message -> message.value())
                .contains(value));
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_writes_its_own_topics_and_finds_its_place_at_their_end(String service) {
    for (String topic : written(service)) {
      tell(service, topic, "of " + topic);

      readsToTheEnd(service, topic, "of " + topic);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_cannot_write_anothers_topic(String service) {
    for (Topic topic : Topic.values()) {
      if (!topic.writer().equals(service)) {
        assertThatThrownBy(() -> send(service, topic.address()))
            .as("%s on %s", service, topic.address())
            .hasCauseInstanceOf(TopicAuthorizationException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_cannot_speak_as_the_relay_of_another(String service) {
    for (String other : Grant.services()) {
      if (!other.equals(service)) {
        try (var producer = producer(settings(service), relay(other))) {
          assertThatThrownBy(producer::initTransactions)
              .isInstanceOf(TransactionalIdAuthorizationException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_hears_what_it_listens_to_and_nothing_else(String service) {
    for (Topic topic : Topic.values()) {
      if (topic.readers().contains(service)) {
        String value = "to " + service + " on " + topic.address();
        tell(topic.writer(), topic.address(), value);
        assertThat(heard(service, service + "-service", topic.address(), value)).contains(value);
      } else if (!topic.writer().equals(service)) {
        refusesToRead(service, service + "-service", topic.address());
      }
    }
  }

  private static void refusesToRead(String principal, String group, String topic) {
    try (var consumer = consumer(principal, group)) {
      consumer.subscribe(List.of(topic));
      assertThatThrownBy(() -> consumer.poll(POLL))
          .as("%s reads %s", principal, topic)
          .isInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void the_platform_reads_the_topic_it_was_given_in_its_own_group_and_writes_nothing() {
    String given = Topic.PUBLICATION_EVENTS.address();
    tell("publication", given, "to the platform");

    assertThat(heard(PLATFORM, PLATFORM, given, "to the platform")).contains("to the platform");
    for (Topic topic : Topic.values()) {
      if (topic != Topic.PUBLICATION_EVENTS) {
        refusesToRead(PLATFORM, PLATFORM, topic.address());
      }
      assertThatThrownBy(() -> send(PLATFORM, topic.address()))
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
    try (var consumer = consumer(PLATFORM, "draw-service")) {
      consumer.subscribe(List.of(given));
      assertThatThrownBy(() -> consumer.poll(POLL)).isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void a_receiver_writes_where_receivers_do_and_reads_nothing() {
    for (Topic topic : Topic.values()) {
      refusesToRead(Topic.RECEIVERS, Topic.RECEIVERS, topic.address());
      if (!topic.isOfReceivers()) {
        assertThatThrownBy(() -> send(Topic.RECEIVERS, topic.address()))
            .hasCauseInstanceOf(TopicAuthorizationException.class);
      }
    }
  }

  @Test
  void the_audit_reads_every_topic_and_writes_none() {
    for (Topic topic : Topic.values()) {
      tell(topic.writer(), topic.address(), "for the audit");
      readsToTheEnd(Grant.AUDIT, topic.address(), "for the audit");
      assertThatThrownBy(() -> send(Grant.AUDIT, topic.address()))
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void a_principal_without_rights_reads_nothing_makes_nothing_and_sees_no_topic() throws Exception {
    for (Topic topic : Topic.values()) {
      refusesToRead(STRANGER, STRANGER, topic.address());
      assertThatThrownBy(() -> send(STRANGER, topic.address()))
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
    assertThatThrownBy(() -> TopicMaking.create(settings(STRANGER), List.of("stranger.events.v1")))
        .hasCauseInstanceOf(AuthorizationException.class);
    try (Admin admin = Admin.create(settings(STRANGER))) {
      assertThat(admin.listTopics().names().get()).isEmpty();
      assertThatThrownBy(() -> admin.deleteTopics(List.of("draw.events.v1")).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void who_has_no_name_or_the_wrong_password_is_let_in_nowhere() {
    Map<String, Object> wrong = new HashMap<>(settings("registry", "guessed"));
    wrong.put("default.api.timeout.ms", 5_000);
    wrong.put("request.timeout.ms", 3_000);
    try (Admin admin = Admin.create(wrong)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
    Map<String, Object> nobody =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "default.api.timeout.ms",
            5_000,
            "request.timeout.ms",
            3_000);
    try (Admin admin = Admin.create(nobody)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void a_service_cannot_give_itself_a_right_or_delete_a_topic() throws Exception {
    try (Admin admin = Admin.create(settings("draw"))) {
      var more = new Grant("draw", Grant.Operation.WRITE, Grant.Kind.TOPIC, "registry.events.v1");
      assertThatThrownBy(() -> admin.createAcls(List.of(binding(more))).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> admin.deleteTopics(List.of("draw.events.v1")).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
    }
  }
}

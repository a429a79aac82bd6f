package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.broker.Grant;
import cn.doublerandom.contracts.broker.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerRightsTest {
  private static final Path ROOT = Path.of("../..");

  static Stream<String> services() {
    return Home.SERVICES.stream();
  }

  private static Properties settings(String service) throws IOException {
    var settings = new Properties();
    Path file = ROOT.resolve(service + "-service/src/main/resources/application.properties");
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_is_granted_the_topics_it_announces_on(String service) throws IOException {
    Set<String> announced =
        new TreeSet<>(Arrays.asList(settings(service).getProperty("suite.topics").split(",", -1)));
    announced.add(service + ".anchors.v1");

    assertThat(addresses(Topic.writtenBy(service).stream())).isEqualTo(announced);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_is_granted_the_topics_it_listens_to_and_its_own_group(String service)
      throws IOException {
    Properties settings = settings(service);
    Set<String> heard = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    settings
        .stringPropertyNames()
        .forEach(name -> {
          if (name.matches("mp\\.messaging\\.incoming\\..*\\.topics?")) {
            heard.addAll(Arrays.asList(settings.getProperty(name).split(",", -1)));
          } else if (name.matches("mp\\.messaging\\.incoming\\..*\\.group\\.id")) {
            groups.add(settings.getProperty(name));
          }
        });

    assertThat(addresses(Topic.readBy(service).stream())).isEqualTo(heard);
    assertThat(
            Grant.ofTheHouse().stream()
                .filter(g -> g.principal().equals(service) && g.kind() == Grant.Kind.GROUP)
                .map(Grant::name))
        .containsExactlyInAnyOrderElementsOf(groups);
  }

  private static Set<String> addresses(Stream<Topic> topics) {
    return topics.map(Topic::address).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void no_topic_has_two_writers_and_no_right_is_for_everybody() {
    assertThat(Grant.ofTheHouse())
        .filteredOn(grant -> grant.operation() == Grant.Operation.WRITE)
        .filteredOn(grant -> grant.kind() == Grant.Kind.TOPIC)
        .extracting(Grant::name)
        .doesNotHaveDuplicates()
        .hasSize(Topic.values().length);
    assertThat(Grant.ofTheHouse())
        .noneMatch(grant -> grant.name().contains("*") || grant.principal().contains("*"));
  }

  @Test
  void the_list_an_operator_grants_from_is_the_one_of_the_code() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("deploy/kafka/acls.txt")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactlyElementsOf(
            Grant.ofTheHouse().stream().map(Grant::options).distinct().toList());
  }
}

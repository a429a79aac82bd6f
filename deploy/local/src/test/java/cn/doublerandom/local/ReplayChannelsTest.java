package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replay listens to nobody: what a service began to hear since is known to it, too. */
class ReplayChannelsTest {
  private static final Pattern CHANNEL =
      Pattern.compile("^mp\\.messaging\\.incoming\\.([a-z-]+)\\.connector", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"registry", "draw", "inspection", "publication"})
  void a_replay_knows_every_channel_of_a_service(String service) throws IOException {
    String settings =
        Files.readString(
            Path.of("../..", service + "-service", "src/main/resources/application.properties"));
    List<String> channels =
        CHANNEL.matcher(settings).results().map((MatchResult one) -> one.group(1)).toList();

    assertThat(channels).isNotEmpty();
    assertThat(Replay.CHANNELS.get(service)).containsExactlyInAnyOrderElementsOf(channels);
  }
}

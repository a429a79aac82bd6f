package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks says whether and how long he waits for what takes long (RFC 7240). */
class JobAnswersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                    | 2",
        "respond-async       | 0",
        "Respond-Async, wait=9 | 0",
        "wait=10             | 10",
        "return=minimal; wait = \"30\" | 30",
        "wait=0              | 0",
        "wait=600            | 60",
        "wait=99999          | 2",
        "await=10            | 2",
        "wait=soon           | 2",
        "respond-asynchronous | 2"
      })
  void an_answer_waits_as_long_as_who_asks_prefers_and_a_minute_at_most(
      String prefers, long seconds) {
    List<String> header = prefers == null ? List.of() : List.of(prefers);
    assertThat(JobAnswers.patience(header, Duration.ofSeconds(2)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}

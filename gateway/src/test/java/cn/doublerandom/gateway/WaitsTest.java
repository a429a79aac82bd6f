package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {
  private static final String TOKEN = "Bearer e30.e30.c2ln";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/publication/api/v1/plans?minSeq=9",
        "/publication/api/v1/plans?page=2&minSeq=9",
        "/publication/api/v1/plans?min%53eq=9",
        "/draw/ui/tasks?seen=task-2023001-001@3",
        "/draw/ui/tasks?seen"
      })
  void who_is_signed_in_may_be_held_back_until_it_is_visible(String uri) {
    assertThat(Waits.mayWait(uri, TOKEN)).isTrue();
    assertThat(Waits.mayWait(uri, null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/publication/api/v1/plans",
        "/publication/api/v1/plans?search=minSeq",
        "/publication/api/v1/plans?search=%zz",
        "/minSeq/seen?page=1"
      })
  void whoever_asks_for_what_there_is_is_not_held_back(String uri) {
    assertThat(Waits.mayWait(uri, TOKEN)).isFalse();
  }
}

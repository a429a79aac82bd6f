package cn.doublerandom.eventstore.decider;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decision.Rejected;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private enum Refused implements Rejection {
    FRAME_EMPTY(new Wording("frame-empty", "抽样框为空。", "The frame is empty.", Kind.CONFLICT));

    private final Wording wording;

    Refused(Wording wording) {
      this.wording = wording;
    }

    @Override
    public Wording wording() {
      return wording;
    }
  }

  @Test
  void a_refusal_has_its_code_both_its_texts_and_its_kind() {
    assertThat(Refused.FRAME_EMPTY.code()).isEqualTo("frame-empty");
    assertThat(Refused.FRAME_EMPTY.text()).isEqualTo("抽样框为空。");
    assertThat(Refused.FRAME_EMPTY.english()).isEqualTo("The frame is empty.");
    assertThat(Refused.FRAME_EMPTY.kind()).isEqualTo(Rejection.Kind.CONFLICT);
  }

  @Test
  void a_refusal_keeps_the_particulars_it_was_given() {
    assertThat(Decision.reject(Refused.FRAME_EMPTY))
        .isEqualTo(new Rejected<>(Refused.FRAME_EMPTY, Map.of()));
    Decision<String> one = Decision.reject(Refused.FRAME_EMPTY, "task", "001");
    Decision<String> all = Decision.reject(Refused.FRAME_EMPTY, Map.of("task", "001"));
    assertThat(one).isEqualTo(all);
    assertThat(((Rejected<String>) one).details()).containsExactly(Map.entry("task", "001"));
    assertThat(((Rejected<String>) one).rejection()).isEqualTo(Refused.FRAME_EMPTY);
  }
}

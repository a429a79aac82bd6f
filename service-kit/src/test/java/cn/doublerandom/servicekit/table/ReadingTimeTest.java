package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadingTimeTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final ReadingTime time = new ReadingTime(clock::get);

  private void pass(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void a_file_is_looked_through_for_a_minute_and_its_rows_are_read_for_another() {
    pass(60);
    assertThat(time.isOver()).isFalse();
    time.begin();
    pass(60);
    assertThat(time.isOver()).isFalse();
    pass(1);
    assertThat(time.isOver()).isTrue();
  }

  @Test
  void what_is_done_with_a_row_is_not_the_time_of_its_reading() {
    pass(30);
    time.pause();
    pass(3_600);
    time.goOn();
    pass(30);
    assertThat(time.isOver()).isFalse();
    pass(1);
    assertThat(time.isOver()).isTrue();
  }
}

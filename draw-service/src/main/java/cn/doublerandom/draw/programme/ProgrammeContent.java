package cn.doublerandom.draw.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * What a batch programme says.
 *
 * @param documentNumber as printed, or empty
 * @param items what is inspected, in words
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 * @param teams wanted
 * @param training of the officers before the first visit
 * @param method 核查方式
 * @param contact of the office, no person's name
 */
public record ProgrammeContent(
    String title,
    String documentNumber,
    List<String> items,
    LocalDate checkFrom,
    LocalDate checkTo,
    int teams,
    String training,
    String method,
    String contact) {
  public ProgrammeContent {
    items = List.copyOf(items);
  }
}

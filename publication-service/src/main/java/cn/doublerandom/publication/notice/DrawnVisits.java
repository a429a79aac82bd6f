package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When and by whom the drawn are visited.
 *
 * @param from first day, by the programme where there is one
 * @param to last day, by the programme where there is one
 * @param withoutTeams true where no team was found; absent where they were
 */
public record DrawnVisits(LocalDate from, LocalDate to, @Nullable Boolean withoutTeams) {}

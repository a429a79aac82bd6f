package cn.doublerandom.servicekit.waiting;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** How the year of a bureau stands, as far as one service knows (本年一览). */
public interface YearFigures {
  /** The figures somebody may open, in the order of the year; none where no role of his may. */
  Uni<List<Figure>> of(Person person, LocalDate today);
}

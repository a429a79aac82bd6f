package cn.doublerandom.servicekit.waiting;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Of a service that says nothing of its year. */
final class Unsaid {
  private Unsaid() {}

  /** No figures. */
  @DefaultBean
  @ApplicationScoped
  static class NoFigures implements YearFigures {
    @Override
    public Uni<List<Figure>> of(Person person, LocalDate today) {
      return Uni.createFrom().item(List.of());
    }
  }
}

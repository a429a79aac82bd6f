package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The ratings of a task in a quarter. */
@Entity
@Table(name = "rating_view")
class RatingRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(insertable = false, updatable = false)
  String year = "";
}

package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One visit. */
@Entity
@Table(name = "visit_view")
class VisitRow extends Document {}

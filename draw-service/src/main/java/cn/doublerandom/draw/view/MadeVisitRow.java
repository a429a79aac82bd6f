package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A visit that is over and recorded, as the inspections told it. */
@Entity
@Table(name = "made_visit_view")
class MadeVisitRow extends Document {}

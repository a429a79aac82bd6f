package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The revisits of one task. */
@Entity
@Table(name = "revisit_view")
class RevisitRow extends Document {}

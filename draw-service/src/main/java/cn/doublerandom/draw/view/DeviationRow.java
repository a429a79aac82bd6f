package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One departure from plan or rules. */
@Entity
@Table(name = "deviation_view")
class DeviationRow extends Document {}

import type { AnyNode } from 'acorn';
import type { StepBudget } from './step-budget.ts';

export interface Variable {
  slot: number;
  /** Assigning to a constant is ignored; to a global the run was not given, an error. */
  kind: 'variable' | 'constant' | 'global';
}

/** A variable as seen from a scope: `depth` environments up. */
export interface Reference extends Variable {
  depth: number;
}

/** The slots of one environment. Blocks that no closure captures share the layout of their function. */
export interface Layout {
  slotCount: number;
  /** Where a call puts `arguments`, when the function mentions it. */
  argumentsSlot?: number;
}

/** What is the same in a whole program. */
export interface ProgramContext {
  file: string;
  /** Every node that has a function somewhere inside. */
  closureNodes: ReadonlySet<AnyNode>;
  budget: StepBudget;
}

interface ScopeOptions {
  layout: Layout;
  kind: 'global' | 'program' | 'function' | 'block';
  parent?: Scope;
}

/** The names of one function or block while a program is compiled. */
export class Scope {
  readonly program: ProgramContext;
  readonly layout: Layout;
  readonly names = new Map<string, Variable>();
  readonly #kind: ScopeOptions['kind'];
  readonly #parent: Scope | undefined;

  constructor(program: ProgramContext, { layout, kind, parent }: ScopeOptions) {
    this.program = program;
    this.layout = layout;
    this.#kind = kind;
    this.#parent = parent;
  }

  /** A scope inside this one. */
  inner(kind: 'program' | 'function' | 'block', layout: Layout = { slotCount: 0 }): Scope {
    return new Scope(this.program, { layout, kind, parent: this });
  }

  /** Adds a name, once. */
  declare(name: string, kind: Variable['kind'] = 'variable'): Variable {
    const known = this.names.get(name);
    if (known) return known;
    const variable: Variable = { slot: this.layout.slotCount++, kind };
    this.names.set(name, variable);
    return variable;
  }

  /** Finds a name here or outside; one that nobody declares becomes a global. */
  resolve(name: string): Reference {
    const own = this.names.get(name) ?? this.#declareImplied(name);
    if (own) return { ...own, depth: 0 };
    const outer = this.#parent?.resolve(name) ?? { ...this.declare(name, 'global'), depth: 0 };
    const isOtherLayout = this.#parent !== undefined && this.#parent.layout !== this.layout;
    return isOtherLayout ? { ...outer, depth: outer.depth + 1 } : outer;
  }

  /** Every function has its own `arguments`, arrows too. */
  #declareImplied(name: string): Variable | undefined {
    if (this.#kind !== 'function' || name !== 'arguments') return undefined;
    const variable = this.declare(name);
    this.layout.argumentsSlot = variable.slot;
    return variable;
  }
}

/** What is generally known about an outlet, whether or not a registry has it. */
export interface KnownOutlet {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  /** Whether anyone can post there. */
  readonly isPlatform: boolean;
}

/** General knowledge about outlets; those who look something up get it from outside. */
export interface OutletKnowledge {
  readonly outletByName: (name: string) => KnownOutlet | undefined;
  readonly outletByDomain: (domain: string) => KnownOutlet | undefined;
  /** Whether the name of a source is that of an interview, which no registry of published reports lists. */
  readonly isInterview: (name: string) => boolean;
}

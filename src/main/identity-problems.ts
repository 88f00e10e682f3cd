import type { identitySettings } from './identity-settings.js';
import type { Bilingual } from './setting.js';

type SettingName = keyof typeof identitySettings;
type Problem = { readonly name: SettingName; readonly message: Bilingual };

/** Settings of which one needs another. */
type Entwined = {
  readonly localTokens: boolean;
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: readonly string[];
  readonly oidcRoleClaim: string | undefined;
  readonly oidcOrganizationClaim: string | undefined;
};

/** What the settings of identity leave out of each other; each could be right by itself. */
export function identityProblems(configuration: Entwined): readonly Problem[] {
  const { oidcIssuer, oidcAudience, oidcRoleClaim, oidcOrganizationClaim } = configuration;
  const problems: Problem[] = [];
  const missing = (name: SettingName, en: string, fr: string): void =>
    void problems.push({ name, message: { en, fr } });
  if (oidcIssuer !== undefined && oidcAudience.length === 0)
    missing(
      'oidcAudience',
      'JALON_OIDC_AUDIENCE is missing: without it tokens for any other service would be accepted.',
      'JALON_OIDC_AUDIENCE manque : sans elle, les jetons de tout autre service seraient acceptés.',
    );
  const isUnused = oidcAudience.length > 0 || oidcRoleClaim !== undefined;
  if (oidcIssuer === undefined && isUnused)
    missing(
      'oidcIssuer',
      'JALON_OIDC_ISSUER is missing: the other JALON_OIDC settings say nothing without it.',
      'JALON_OIDC_ISSUER manque : sans lui, les autres paramètres JALON_OIDC ne disent rien.',
    );
  if ((oidcRoleClaim === undefined) !== (oidcOrganizationClaim === undefined))
    missing(
      oidcRoleClaim === undefined ? 'oidcRoleClaim' : 'oidcOrganizationClaim',
      'JALON_OIDC_ROLE_CLAIM and JALON_OIDC_ORGANIZATION_CLAIM are set together: a role is held ' +
        'in an organization.',
      'JALON_OIDC_ROLE_CLAIM et JALON_OIDC_ORGANIZATION_CLAIM vont ensemble : un rôle vaut ' +
        'auprès d’un organisme.',
    );
  if (!configuration.localTokens && oidcIssuer === undefined)
    missing(
      'localTokens',
      'JALON_LOCAL_TOKENS is false and JALON_OIDC_ISSUER is missing: nobody could sign in.',
      'JALON_LOCAL_TOKENS est false et JALON_OIDC_ISSUER manque : personne ne pourrait se ' +
        'connecter.',
    );
  return problems;
}

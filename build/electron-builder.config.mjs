// How Postil is packaged on every platform. `npm run package` reads it (build/package.mjs).
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveElectron } from './electron-dist.mjs';

const here = import.meta.dirname;

/** @returns {Promise<import('electron-builder').Configuration>} */
export default async function config() {
  const runtime = await resolveElectron();
  const isOfficial = runtime.kind === 'official';
  const forTests = process.env.PACK_FOR_TESTS === '1';
  return {
    appId: 'app.postil.Postil',
    productName: 'Postil',
    copyright: 'Copyright © 2026 The Postil authors',
    ...(isOfficial ? {} : { electronDist: runtime.dist, electronVersion: runtime.version }),
    directories: { output: 'release', buildResources: 'build' },
    // Everything is bundled, so there are no dependencies to carry.
    files: [
      'out/electron/*.cjs',
      'out/renderer/**',
      'out/licences.txt',
      'docs/guides/*.md',
      'docs/files.md',
      'docs/troubleshooting.md',
      'docs/zh-CN/**/*.md',
      'seeds/**',
      'build/icons/256x256.png',
      'package.json',
      '!node_modules',
      '!**/*.map',
    ],
    asar: true,
    npmRebuild: false,
    electronLanguages: ['en-US', 'zh-CN'],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      // Playwright starts Electron with --inspect; nobody else may.
      enableNodeCliInspectArguments: forTests,
      enableCookieEncryption: false,
      onlyLoadAppFromAsar: true,
      // Checked on macOS and Windows; on Linux what protects the app is that root owns it.
      enableEmbeddedAsarIntegrityValidation: true,
      // The stand-in runtime is older than this fuse.
      ...(isOfficial ? { grantFileProtocolExtraPrivileges: false } : {}),
    },
    publish: null,
    linux: {
      target: ['deb', 'tar.gz', 'AppImage'],
      category: 'Office',
      executableName: 'postil',
      // File paths, not URLs.
      executableArgs: ['%F'],
      syncDesktopName: true,
      icon: 'build/icons',
      extraFiles: [{ from: 'build/postil-cli', to: 'postil-cli' }],
      synopsis: 'Annotate documents by hand',
      description:
        'Mark, tag, relate and comment on spans of text in a folder of documents. Nothing leaves the machine.',
      mimeTypes: ['application/x-postil-project+json'],
      desktop: { entry: { Keywords: 'annotation;coding;tagging;corpus;qualitative;' } },
    },
    deb: {
      compression: forTests ? 'gz' : 'xz',
      packageCategory: 'text',
      depends: ['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1'],
      recommends: ['xdg-utils', 'fonts-dejavu-core | fonts-liberation'],
      // electron-builder's own associations are by extension; this one is by the file's whole name.
      fpm: [
        `${join(here, 'mime.xml')}=/usr/share/mime/packages/postil.xml`,
        `${join(here, 'postil-cli')}=/usr/bin/postil-cli`,
      ],
    },
    win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'build/icon.ico' },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    mac: {
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      category: 'public.app-category.productivity',
      icon: 'build/icon.icns',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      // Notarizing needs an Apple account.
      notarize: false,
    },
    dmg: { sign: false },
    afterPack: async ({ appOutDir, packager }) => {
      // A runtime given as a folder is copied whole.
      await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
    },
  };
}
